package io.ackfin.verify.naive;

import static io.ackfin.protocol.ResourceShape.AIC_AIV_X1;
import static io.ackfin.protocol.ResourceShape.AIC_AIV_X2;
import static io.ackfin.protocol.ResourceShape.AIC_ONLY;
import static io.ackfin.protocol.ResourceShape.AIV_X1;
import static io.ackfin.protocol.ResourceShape.AIV_X2;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.verify.Shutdown;
import io.ackfin.verify.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of systems with several cores, threads, shapes, gates and ways to stop. */
@Tag("unit")
class FindingsTest {
  private static final Protocol DUAL = Protocol.of(Variant.DUAL_SLOT);
  private static final Protocol PARITY = Protocol.of(Variant.DUAL_SLOT_PARITY);

  private static Set<Invariant> broken(SystemDraft draft) {
    return draft.explore().violated().keySet();
  }

  private static List<String> way(Result result, Invariant invariant) {
    return result.violated().get(invariant).steps().stream().map(Step::what).toList();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyVariantHoldsOnTwoCoresOfOneOrTwoThreads(Variant variant) {
    Protocol protocol = Protocol.of(variant);
    assertThat(broken(SystemDraft.of(protocol).cores(2, 0).tasks(3).anyCore())).isEmpty();
    assertThat(broken(SystemDraft.of(protocol).cores(2, 0).tasks(3).threads(2))).isEmpty();
    assertThat(broken(SystemDraft.of(protocol).cores(1, 1).tasks(2, AIC_ONLY, AIV_X1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Protection.class,
      names = {"ACK_GUARD", "SLOT_FLIP"})
  void whatOneCoreNeedsTwoCoresNeedToo(Protection off) {
    SystemDraft draft = SystemDraft.of(DUAL.without(off)).cores(0, 2).tasks(2, AIV_X1).anyCore();
    assertThat(broken(draft)).contains(Invariant.RUNS_ONCE);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void coresMayChangeHands(Variant variant) {
    SystemDraft draft = SystemDraft.of(Protocol.of(variant)).threads(2).handOver();
    for (MemoryMode memory : MemoryMode.values()) {
      assertThat(broken(draft.tasks(3).memory(memory))).as("%s", memory).isEmpty();
    }
    assertThat(broken(draft.tasks(2).cores(2, 0).memory(MemoryMode.IN_ORDER))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void mixedTasksWhoseKernelsMeetRunThrough(Variant variant) {
    for (KernelSync sync : KernelSync.values()) {
      SystemDraft draft = SystemDraft.of(Protocol.of(variant)).cores(1, 2).kernels(sync);
      assertThat(broken(draft.tasks(1, AIC_AIV_X2))).as("%s", sync).isEmpty();
      assertThat(broken(draft.tasks(2, AIC_AIV_X1))).as("%s, two tasks", sync).isEmpty();
    }
  }

  @Test
  void selectAivMayPutBothVectorSubtasksOnOneCore() {
    SystemDraft selected =
        SystemDraft.of(DUAL).cores(0, 2).tasks(2, AIV_X1, AIV_X2).placed(Placement.SELECT_AIV);
    assertThat(broken(selected)).containsOnly(Invariant.ONE_CLUSTER);
    assertThat(broken(selected.kernels(KernelSync.START)))
        .containsOnly(Invariant.ONE_CLUSTER, Invariant.PROGRESS);
    assertThat(broken(selected.placed(Placement.BY_SUBSLOT))).isEmpty();
  }

  /** The second subtask goes to a core whose pending slot the first one closed. */
  @Test
  void selectAivOverrunsTheClosedSlotOfTheParityVariant() {
    SystemDraft selected =
        SystemDraft.of(PARITY).cores(0, 2).tasks(2, AIV_X1, AIV_X2).placed(Placement.SELECT_AIV);
    assertThat(broken(selected))
        .containsOnly(Invariant.ONE_CLUSTER, Invariant.RUNS_ONCE, Invariant.COMPLETES_ONCE);
    assertThat(broken(selected.placed(Placement.BY_SUBSLOT))).isEmpty();
  }

  @Test
  void aGatedTaskBehindItsProducerWaitsForAFinThatIsLeftOut() {
    Result result = SystemDraft.of(DUAL.staging(true)).tasks(2).gated().explore();
    assertThat(result.violated()).containsOnlyKeys(Invariant.PROGRESS);
    assertThat(way(result, Invariant.PROGRESS))
        .contains("READ_GATE", "LOOK_BEHIND", "looks again at the producer")
        .doesNotContain("WRITE_FIN", "STORE_BELL core 0");
    assertThat(broken(SystemDraft.of(PARITY.staging(true)).tasks(3).gated())).isEmpty();
    Protocol always = DUAL.without(Protection.FIN_SKIP).staging(true);
    assertThat(broken(SystemDraft.of(always).tasks(3).gated())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aGatedTaskOnACoreOfAnotherThreadIsRungInEveryOrder(Variant variant) {
    Protocol staging = Protocol.of(variant).staging(true).without(Protection.FIN_SKIP);
    SystemDraft draft = SystemDraft.of(staging).cores(2, 0).threads(2).tasks(2).gated();
    for (MemoryMode memory : MemoryMode.values()) {
      assertThat(broken(draft.memory(memory))).as("%s", memory).isEmpty();
    }
  }

  /** A thread that is told to stop rings no more and looks at no producer again. */
  @Test
  void whoStopsOwesNothing() {
    Result result =
        SystemDraft.of(PARITY.staging(true))
            .cores(1, 1)
            .tasks(2, AIC_ONLY, AIV_X1)
            .gated()
            .ending(Shutdown.ANY_TIME)
            .explore();
    assertThat(result.violated()).isEmpty();
    for (String owed : List.of("rings=true", "recheck=true")) {
      assertThat(result.situations())
          .anyMatch(situation -> situation.contains(owed))
          .noneMatch(situation -> situation.contains(owed) && situation.contains("stopping=true"));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Shutdown.class,
      names = {"NORMAL", "ANY_TIME"})
  void aStopThatNeedNotComeIsNoWayOutOfADeadlock(Shutdown shutdown) {
    SystemDraft draft = SystemDraft.of(DUAL.staging(true)).tasks(2).gated();
    assertThat(broken(draft.ending(shutdown))).containsOnly(Invariant.PROGRESS);
  }

  /** A chip-wide wait that no handshake can break: the consumer holds what its producer needs. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void aGatedTaskThatIsPlacedBeforeItsProducerMayTakeItsCore(Variant variant) {
    Protocol staging = Protocol.of(variant).staging(true);
    SystemDraft draft = SystemDraft.of(staging).cores(1, 1).tasks(2, AIC_AIV_X1, AIC_ONLY).gated();
    assertThat(broken(draft)).containsOnly(Invariant.PROGRESS);
  }

  /** The upper half of DMB is 0 until somebody rings, and 0 is an id after the wrap. */
  @Test
  void aBellThatWasNeverRungHoldsTheIdAfterTheWrap() {
    DispatchId late = DispatchId.FULL.startingAt(DispatchId.RESERVED - 1);
    SystemDraft draft = SystemDraft.of(PARITY.staging(true).counting(late)).tasks(2).gated();
    assertThat(broken(draft)).containsOnly(Invariant.PRODUCERS_FIRST);
  }

  @Test
  void anEmergencyEndsTasksThatWaitForEachOtherIfTheGuardGivesUp() {
    SystemDraft hanging =
        SystemDraft.of(DUAL)
            .cores(0, 2)
            .tasks(1, AIV_X2)
            .kernels(KernelSync.BARRIER)
            .ending(Shutdown.EMERGENCY);
    assertThat(broken(hanging)).isEmpty();
    SystemDraft behind = SystemDraft.of(DUAL).tasks(2).ending(Shutdown.EMERGENCY);
    assertThat(broken(behind)).containsOnly(Invariant.PROGRESS);
    SystemDraft aborting =
        SystemDraft.of(DUAL.with(Addition.GUARD_ABORT))
            .cores(0, 2)
            .tasks(2, AIV_X2, AIV_X1)
            .by(PendingDispatch.SPIN)
            .kernels(KernelSync.START)
            .ending(Shutdown.EMERGENCY);
    assertThat(broken(aborting)).isEmpty();
  }

  @Test
  void anOwnerThatLeavesWithoutExitLeavesTheCorePolling() {
    SystemDraft draft = SystemDraft.of(DUAL.withFault(Fault.LEAVE_WITHOUT_EXIT));
    assertThat(broken(draft)).containsOnly(Invariant.PROGRESS);
    assertThat(broken(draft.ending(Shutdown.EMERGENCY))).containsOnly(Invariant.PROGRESS);
  }

  /** The core takes an exit for an open window and reads an address that is still on its way. */
  @Test
  void anEmergencyDuringTheShortStartUpNamesASlotThatWasNeverBuilt() {
    Protocol single = Protocol.of(Variant.SINGLE_SLOT);
    SystemDraft early =
        SystemDraft.of(single.startingBy(Startup.REPORT_FIRST)).ending(Shutdown.EMERGENCY);
    assertThat(broken(early)).isEmpty();
    assertThat(broken(early.memory(MemoryMode.FIFO))).containsOnly(Invariant.RUNS_ONCE);
    SystemDraft slow =
        SystemDraft.of(single.startingBy(Startup.HANDSHAKE)).ending(Shutdown.EMERGENCY);
    assertThat(broken(slow.memory(MemoryMode.FIFO))).isEmpty();
  }

  @Test
  void outputThatNobodyPublishesMayComeAfterTheFin() {
    Protocol hasty = DUAL.withFault(Fault.OUTPUT_UNPUBLISHED);
    assertThat(broken(SystemDraft.of(hasty).tasks(2))).isEmpty();
    assertThat(broken(SystemDraft.of(hasty).tasks(2).outputPosted()))
        .containsOnly(Invariant.COMPLETES_ONCE);
    assertThat(broken(SystemDraft.of(DUAL).tasks(3).outputPosted())).isEmpty();
  }

  @Test
  void narrowReservedIdsDispatchExit() {
    DispatchId late = DispatchId.FULL.startingAt(DispatchId.RESERVED - 1);
    Protocol wrapping = DUAL.counting(late);
    assertThat(broken(SystemDraft.of(wrapping).tasks(3))).isEmpty();
    Protocol narrow = wrapping.withFault(Fault.NARROW_RESERVED_IDS);
    assertThat(broken(SystemDraft.of(narrow).tasks(2))).containsOnly(Invariant.PROGRESS);
  }
}
