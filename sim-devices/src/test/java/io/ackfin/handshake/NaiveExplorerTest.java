package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Completion.Match;
import io.ackfin.handshake.NaiveExplorer.Result;
import io.ackfin.handshake.NaiveExplorer.Search;
import io.ackfin.handshake.NaiveExplorer.Stop;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
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
class NaiveExplorerTest {
  static Stream<Arguments> variantsAndMemories() {
    return Stream.of(Variant.values())
        .flatMap(v -> Stream.of(MemoryMode.values()).map(m -> Arguments.of(v, m)));
  }

  private static Result explore(Search search) {
    return NaiveExplorer.explore(search);
  }

  private static Result inOrder(Protocol protocol, int tasks) {
    return explore(Search.of(protocol, MemoryMode.IN_ORDER, tasks));
  }

  private static Protocol counting(Variant variant, int modulus) {
    return Protocol.of(variant).counting(DispatchId.FULL.modulo(modulus));
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void everyVariantHoldsWithAllItsProtections(Variant variant, MemoryMode memory) {
    for (int tasks = 2; tasks <= 4; tasks++) {
      for (PendingDispatch paths : PendingDispatch.values()) {
        Result result = explore(Search.of(Protocol.of(variant), memory, tasks).by(paths));
        assertThat(result.violated()).as("%d tasks, %s", tasks, paths).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void everyVariantHoldsFromEitherStartUpOn(Variant variant, MemoryMode memory) {
    for (Startup startup : List.of(Startup.HANDSHAKE, Startup.REPORT_FIRST)) {
      Result result = explore(Search.of(Protocol.of(variant).startingBy(startup), memory, 2));
      assertThat(result.violated()).as("%s", startup).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void dualSlotMeetsAllFourCasesTheGuardsWaitAndTheOmittedFin(MemoryMode memory) {
    Result result = explore(Search.of(Protocol.of(Variant.DUAL_SLOT), memory, 2));
    assertThat(result.reached()).containsExactly("A", "B", "C", "D", "finSkip", "guardWait");
  }

  @Test
  void theOtherVariantsMeetOnlyTheCasesThatTheirTablesLeave() {
    assertThat(inOrder(Protocol.of(Variant.SINGLE_SLOT), 4).reached()).containsExactly("C");
    assertThat(inOrder(Protocol.of(Variant.DUAL_SLOT_PARITY), 4).reached())
        .containsExactly("A", "B", "C");
  }

  @Test
  void withoutTheGuardTheNextDispatchOverwritesWhatTheCoreHasNotReadYet() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.ACK_GUARD), 2);
    assertThat(result.violated().get(Invariant.RUNS_ONCE))
        .containsExactly(
            "thread  BUILD_PAYLOAD        PAYLOAD_0 := task 1",
            "thread  STORE_POINTER        HANK := 0",
            "thread  FENCE",
            "thread  STORE_ID             DMB := 1",
            "core    READ_DMB             DMB = 1",
            "core    INVALIDATE_ALL",
            "thread  FENCE",
            "thread  BUILD_PAYLOAD        PAYLOAD_1 := task 2",
            "thread  STORE_POINTER        HANK := 1",
            "core    READ_POINTER         HANK = 1",
            "core    WRITE_ACK            COND := ACK(1)",
            "core    START_KERNEL         PAYLOAD_1 = task 2");
    assertThat(result.violated().get(Invariant.COMPLETES_ONCE))
        .endsWith(
            "core    READ_DMB             DMB = 2",
            "core    INVALIDATE_ALL",
            "core    READ_POINTER         HANK = 1",
            "core    WRITE_ACK            COND := ACK(2)",
            "thread  FENCE",
            "thread  APPLY_COND           COND = ACK(2)");
  }

  @Test
  void withoutTheClosedPendingSlotTheNextIdReplacesOneThatWasNeverRead() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT_PARITY).without(Protection.ACK_GUARD), 2);
    assertThat(result.violated().get(Invariant.RUNS_ONCE))
        .containsExactly(
            "thread  BUILD_PAYLOAD        PAYLOAD_1 := task 1",
            "thread  FENCE",
            "thread  STORE_ID             DMB := 1",
            "thread  FENCE",
            "thread  BUILD_PAYLOAD        PAYLOAD_0 := task 2",
            "thread  FENCE",
            "thread  STORE_ID             DMB := 2",
            "core    READ_DMB             DMB = 2",
            "core    INVALIDATE_ALL",
            "core    WRITE_ACK            COND := ACK(2)",
            "core    START_KERNEL         PAYLOAD_0 = task 2");
  }

  @Test
  void withoutTheFlipTheNextPayloadIsBuiltUnderTheRunningKernel() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.SLOT_FLIP), 2);
    assertThat(result.violated()).containsOnlyKeys(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
    assertThat(result.violated().get(Invariant.SLOT_STABLE))
        .containsExactly(
            "thread  BUILD_PAYLOAD        PAYLOAD_0 := task 1",
            "thread  STORE_POINTER        HANK := 0",
            "thread  FENCE",
            "thread  STORE_ID             DMB := 1",
            "thread  FENCE",
            "thread  BUILD_PAYLOAD        PAYLOAD_0 := task 2");
  }

  @Test
  void aCaseThatIsNeverTakenLeavesTheCoreWaitingForEver() {
    Result result = inOrder(Protocol.of(Variant.DUAL_SLOT).without(Protection.CASE_A), 2);
    assertThat(result.violated()).containsOnlyKeys(Invariant.PROGRESS);
    assertThat(result.violated().get(Invariant.PROGRESS))
        .contains("core    WRITE_FIN            COND := FIN(2)")
        .last()
        .isEqualTo("and from here no end can be reached");
  }

  @Test
  void takingCaseDForCaseCBelievesACoreIdleThatHasAnotherDispatch() {
    int idles = Completion.COMPLETE_RUNNING | Completion.IDLE;
    Result result = withFault(Match.RUNNING, true, Completion.action(CompletionCase.C, idles));
    assertThat(result.violated()).containsOnlyKeys(Invariant.IDLE_IS_IDLE, Invariant.PROGRESS);
  }

  @Test
  void completingTheRunningTaskWithoutPromotingThePendingOneCompletesItAgain() {
    int completes = Completion.action(CompletionCase.B, Completion.COMPLETE_RUNNING);
    Result result = withFault(Match.PENDING, false, completes);
    assertThat(result.violated()).containsOnlyKeys(Invariant.COMPLETES_ONCE);
  }

  /** Dual-slot whose completion table has another action where a dispatch is pending. */
  private static Result withFault(Match match, boolean fin, int action) {
    TableRows dual = Edit.startingBy(Startup.NONE, VariantRows.of(Variant.DUAL_SLOT));
    Tables faulty =
        new Tables(
            new TableRows(
                dual.core(),
                dual.coreEntry(),
                dual.scheduler(),
                dual.schedulerEntry(),
                dual.completion().with(true, match, fin, action),
                dual.ids()));
    return explore(new Search(faulty, MemoryMode.IN_ORDER, 2, PendingDispatch.BOTH, Stop.NEVER));
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void theLookDoesTheWorkOfTheGuard(Variant variant, MemoryMode memory) {
    Protocol unguarded = Protocol.of(variant).without(Protection.ACK_GUARD);
    Search search = Search.of(unguarded, memory, 4).by(PendingDispatch.SKIP);
    assertThat(explore(search).violated()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void twoIdsAreEnoughWhereTheSlotDoesNotFollowThem(MemoryMode memory) {
    for (Variant variant : List.of(Variant.SINGLE_SLOT, Variant.DUAL_SLOT)) {
      for (int modulus = 2; modulus <= 4; modulus++) {
        Result result = explore(Search.of(counting(variant, modulus), memory, 4));
        assertThat(result.violated()).as("%s modulo %d", variant, modulus).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void idsThatNameTheSlotMustBeEvenInNumber(MemoryMode memory) {
    Variant parity = Variant.DUAL_SLOT_PARITY;
    assertThat(explore(Search.of(counting(parity, 2), memory, 4)).violated()).isEmpty();
    assertThat(explore(Search.of(counting(parity, 4), memory, 4)).violated()).isEmpty();
    assertThat(explore(Search.of(counting(parity, 3), memory, 4)).violated())
        .containsOnlyKeys(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void oneIdIsNotEnough(Variant variant) {
    assertThat(inOrder(counting(variant, 1), 2).violated())
        .containsKeys(Invariant.RUNS_ONCE, Invariant.COMPLETES_ONCE, Invariant.IDLE_IS_IDLE);
  }

  @ParameterizedTest
  @MethodSource("variantsAndMemories")
  void aRunThatItsOwnThreadStopsEndsWithAndWithoutGuardAbort(Variant variant, MemoryMode memory) {
    Search plain = Search.of(Protocol.of(variant), memory, 3).stopped(Stop.BY_OWNER);
    Search aborting =
        Search.of(Protocol.of(variant).with(Addition.GUARD_ABORT), memory, 3)
            .stopped(Stop.BY_OWNER);
    assertThat(explore(plain).violated()).isEmpty();
    Result aborted = explore(aborting);
    assertThat(aborted.violated()).isEmpty();
    assertThat(aborted.reached().contains("abort")).isEqualTo(variant == Variant.DUAL_SLOT);
  }

  @ParameterizedTest
  @EnumSource(MemoryMode.class)
  void anExitByAnotherThreadNeedsGuardAbort(MemoryMode memory) {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    Result stuck = explore(Search.of(dual, memory, 3).stopped(Stop.BY_ANOTHER));
    assertThat(stuck.violated()).containsOnlyKeys(Invariant.PROGRESS);
    Protocol aborting = dual.with(Addition.GUARD_ABORT);
    Result ended = explore(Search.of(aborting, memory, 3).stopped(Stop.BY_ANOTHER));
    assertThat(ended.violated()).isEmpty();
    assertThat(ended.reached()).contains("abort");
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"SINGLE_SLOT", "DUAL_SLOT_PARITY"})
  void anExitByAnotherThreadEndsVariantsThatNeverWaitForAnAck(Variant variant) {
    for (MemoryMode memory : MemoryMode.values()) {
      Search search = Search.of(Protocol.of(variant), memory, 3).stopped(Stop.BY_ANOTHER);
      assertThat(explore(search).violated()).as("%s", memory).isEmpty();
    }
  }
}
