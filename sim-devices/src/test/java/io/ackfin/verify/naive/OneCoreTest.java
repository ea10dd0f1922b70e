package io.ackfin.verify.naive;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.BrokenTables;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Shutdown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One scheduler thread, one core, every order of their steps. */
@Tag("unit")
class OneCoreTest {
  static Stream<Arguments> variantsAndMemories() {
    return Stream.of(Variant.values())
        .flatMap(v -> Stream.of(MemoryMode.values()).map(m -> Arguments.of(v, m)));
  }

  private static Result inOrder(Protocol protocol, int tasks) {
    return SystemDraft.of(protocol).tasks(tasks).explore();
  }

  private static SystemDraft counting(Variant variant, int modulus, MemoryMode memory) {
    Protocol protocol = Protocol.of(variant).counting(DispatchId.FULL.modulo(modulus));
    return SystemDraft.of(protocol).tasks(4).memory(memory);
  }

  /** The way into a violation, a step a line: who, what, value. */
  private static List<String> way(Result result, Invariant invariant) {
    return result.violated().get(invariant).steps().stream()
        .map(step -> (step.who() + ": " + step.what() + " " + step.value()).strip())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void everyVariantHoldsWithAllItsProtections(Variant variant, MemoryMode memory) {
    for (int tasks = 2; tasks <= 4; tasks++) {
      for (PendingDispatch paths : PendingDispatch.values()) {
        SystemDraft draft = SystemDraft.of(Protocol.of(variant)).tasks(tasks).memory(memory);
        assertThat(draft.by(paths).explore().violated()).as("%d tasks, %s", tasks, paths).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void everyVariantHoldsFromEitherStartUpOn(Variant variant, MemoryMode memory) {
    for (Startup startup : List.of(Startup.HANDSHAKE, Startup.REPORT_FIRST)) {
      SystemDraft draft = SystemDraft.of(Protocol.of(variant).startingBy(startup));
      assertThat(draft.tasks(2).memory(memory).explore().violated()).as("%s", startup).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void dualSlotMeetsAllFourCasesTheGuardsWaitAndTheOmittedFin(MemoryMode memory) {
    Result result =
        SystemDraft.of(Protocol.of(Variant.DUAL_SLOT)).tasks(2).memory(memory).explore();
    assertThat(result.reached())
        .containsExactly("A", "B", "C", "D", "finSkip", "guardWait", "none");
  }

  @Test
  void theOtherVariantsMeetOnlyTheCasesThatTheirTablesLeave() {
    assertThat(inOrder(Protocol.of(Variant.SINGLE_SLOT), 4).reached()).containsExactly("C", "none");
    assertThat(inOrder(Protocol.of(Variant.DUAL_SLOT_PARITY), 4).reached())
        .containsExactly("A", "B", "C", "none");
  }

  @Test
  void withoutTheGuardTheNextDispatchOverwritesWhatTheCoreHasNotReadYet() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.ACK_GUARD), 2);
    assertThat(way(result, Invariant.RUNS_ONCE))
        .containsExactly(
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_0 := task 1/AIC #1",
            "thread 0: STORE_POINTER core 0 HANK := 0",
            "thread 0: FENCE core 0",
            "thread 0: STORE_ID core 0 DMB := 1",
            "core 0: READ_DMB DMB = 1",
            "core 0: INVALIDATE_ALL",
            "thread 0: FENCE core 0",
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_1 := task 2/AIC #2",
            "thread 0: STORE_POINTER core 0 HANK := 1",
            "core 0: READ_POINTER HANK = 1",
            "core 0: WRITE_ACK COND := ACK(1)",
            "core 0: START_KERNEL PAYLOAD_1 = task 2/AIC #2");
    assertThat(way(result, Invariant.COMPLETES_ONCE))
        .endsWith(
            "core 0: READ_DMB DMB = 2",
            "core 0: INVALIDATE_ALL",
            "core 0: READ_POINTER HANK = 1",
            "core 0: WRITE_ACK COND := ACK(2)",
            "thread 0: FENCE core 0",
            "thread 0: APPLY_COND core 0 COND = ACK(2)");
  }

  @Test
  void withoutTheClosedPendingSlotTheNextIdReplacesOneThatWasNeverRead() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT_PARITY).without(Protection.ACK_GUARD), 2);
    assertThat(way(result, Invariant.RUNS_ONCE))
        .containsExactly(
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_1 := task 1/AIC #1",
            "thread 0: FENCE core 0",
            "thread 0: STORE_ID core 0 DMB := 1",
            "thread 0: FENCE core 0",
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_0 := task 2/AIC #2",
            "thread 0: FENCE core 0",
            "thread 0: STORE_ID core 0 DMB := 2",
            "core 0: READ_DMB DMB = 2",
            "core 0: INVALIDATE_ALL",
            "core 0: WRITE_ACK COND := ACK(2)",
            "core 0: START_KERNEL PAYLOAD_0 = task 2/AIC #2");
  }

  @Test
  void withoutTheFlipTheNextPayloadIsBuiltUnderTheRunningKernel() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.SLOT_FLIP), 2);
    assertThat(result.violated()).containsOnlyKeys(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
    assertThat(way(result, Invariant.SLOT_STABLE))
        .containsExactly(
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_0 := task 1/AIC #1",
            "thread 0: STORE_POINTER core 0 HANK := 0",
            "thread 0: FENCE core 0",
            "thread 0: STORE_ID core 0 DMB := 1",
            "thread 0: FENCE core 0",
            "thread 0: BUILD_PAYLOAD core 0 PAYLOAD_0 := task 2/AIC #2");
  }

  @Test
  void aCaseThatIsNeverTakenLeavesTheCoreWaitingForEver() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.CASE_A), 2);
    assertThat(result.violated()).containsOnlyKeys(Invariant.PROGRESS);
    assertThat(way(result, Invariant.PROGRESS)).contains("core 0: WRITE_FIN COND := FIN(2)");
    assertThat(result.violated().get(Invariant.PROGRESS).reason())
        .isEqualTo("nothing is left that has to happen");
  }

  @Test
  void takingCaseDForCaseCBelievesACoreIdleThatHasAnotherDispatch() {
    assertThat(withTwoTasks(BrokenTables.caseDTakenForC()).violated())
        .containsOnlyKeys(Invariant.IDLE_IS_IDLE, Invariant.PROGRESS);
  }

  @Test
  void completingTheRunningTaskWithoutPromotingThePendingOneCompletesItAgain() {
    assertThat(withTwoTasks(BrokenTables.caseBWithoutPromotion()).violated())
        .containsOnlyKeys(Invariant.COMPLETES_ONCE);
  }

  private static Result withTwoTasks(Tables faulty) {
    SystemDraft draft = SystemDraft.of(Protocol.of(Variant.DUAL_SLOT)).tasks(2);
    return NaiveExplorer.explore(draft.system(), faulty);
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void theLookDoesTheWorkOfTheGuard(Variant variant, MemoryMode memory) {
    Protocol unguarded = Protocol.of(variant).without(Protection.ACK_GUARD);
    SystemDraft draft = SystemDraft.of(unguarded).tasks(4).memory(memory);
    assertThat(draft.by(PendingDispatch.SKIP).explore().violated()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void twoIdsAreEnoughWhereTheSlotDoesNotFollowThem(MemoryMode memory) {
    for (Variant variant : List.of(Variant.SINGLE_SLOT, Variant.DUAL_SLOT)) {
      for (int modulus = 2; modulus <= 4; modulus++) {
        Result result = counting(variant, modulus, memory).explore();
        assertThat(result.violated()).as("%s modulo %d", variant, modulus).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void idsThatNameTheSlotMustBeEvenInNumber(MemoryMode memory) {
    Variant parity = Variant.DUAL_SLOT_PARITY;
    assertThat(counting(parity, 2, memory).explore().violated()).isEmpty();
    assertThat(counting(parity, 4, memory).explore().violated()).isEmpty();
    assertThat(counting(parity, 3, memory).explore().violated())
        .containsOnlyKeys(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void oneIdIsNotEnough(Variant variant) {
    assertThat(counting(variant, 1, MemoryMode.IN_ORDER).tasks(2).explore().violated())
        .containsKeys(Invariant.RUNS_ONCE, Invariant.COMPLETES_ONCE, Invariant.IDLE_IS_IDLE);
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void aRunThatItsOwnThreadStopsEndsWithAndWithoutGuardAbort(Variant variant, MemoryMode memory) {
    Protocol plain = Protocol.of(variant);
    assertThat(stopped(plain, Shutdown.ANY_TIME, memory).violated()).isEmpty();
    Result aborted = stopped(plain.with(Addition.GUARD_ABORT), Shutdown.ANY_TIME, memory);
    assertThat(aborted.violated()).isEmpty();
    assertThat(aborted.reached().contains("abort")).isEqualTo(variant == Variant.DUAL_SLOT);
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void anExitByAnotherThreadNeedsGuardAbort(MemoryMode memory) {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    assertThat(stopped(dual, Shutdown.EMERGENCY, memory).violated())
        .containsOnlyKeys(Invariant.PROGRESS);
    Result ended = stopped(dual.with(Addition.GUARD_ABORT), Shutdown.EMERGENCY, memory);
    assertThat(ended.violated()).isEmpty();
    assertThat(ended.reached()).contains("abort");
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"SINGLE_SLOT", "DUAL_SLOT_PARITY"})
  void anExitByAnotherThreadEndsVariantsThatNeverWaitForAnAck(Variant variant) {
    for (MemoryMode memory : MemoryMode.values()) {
      Result result = stopped(Protocol.of(variant), Shutdown.EMERGENCY, memory);
      assertThat(result.violated()).as("%s", memory).isEmpty();
    }
  }

  private static Result stopped(Protocol protocol, Shutdown by, MemoryMode memory) {
    return SystemDraft.of(protocol).tasks(3).memory(memory).ending(by).explore();
  }
}
