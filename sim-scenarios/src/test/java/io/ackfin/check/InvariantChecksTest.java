package io.ackfin.check;

import static io.ackfin.protocol.CompletionCase.A;
import static io.ackfin.protocol.CompletionCase.B;
import static io.ackfin.protocol.CompletionCase.C;
import static io.ackfin.protocol.CompletionCase.D;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every check over hand-written streams: what it must let pass, and every way in which it can be
 * violated, with the message of the first violation.
 */
@Tag("unit")
class InvariantChecksTest {
  private static final int AIC = 0;
  private static final int AIV0 = 1;
  private static final int AIV1 = 2;
  private static final int OTHER_AIC = 3;
  private static final int OTHER_AIV0 = 4;

  // The tasks of GRAPH and their subtasks; "pair" has one on a cube and one on a vector core.
  private static final int TASK_A = 0;
  private static final int TASK_B = 1;
  private static final int TASK_PAIR = 2;
  private static final int A_AIC = 0;
  private static final int B_AIC = 1;
  private static final int PAIR_AIC = 2;
  private static final int PAIR_AIV0 = 3;
  private static final int LAST_AIC = 4;

  private final EventStream stream = new EventStream(graph());

  private static TaskGraph graph() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.named("a");
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.named("b");
    graph.task(Subslot.AIC.bit() | Subslot.AIV0.bit());
    graph.kernel(0, 1).kernel(1, 1).named("pair");
    graph.task(ResourceShape.AIC_ONLY, 1);
    graph.after(TASK_A).after(TASK_PAIR).named("last");
    return graph.build();
  }

  /** Two slots in turn, a task behind a running one, two subtasks of one task, all four cases. */
  @Test
  void aCleanStreamHolds() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ended(AIC, 0, 1, A_AIC)
        .started(AIC, 1, 2, B_AIC)
        .completed(AIC, B, A_AIC)
        .taskCompleted(TASK_A)
        .dispatched(AIC, 0, 3, PAIR_AIC)
        .dispatched(AIV0, 0, 1, PAIR_AIV0)
        .ended(AIC, 1, 2, B_AIC)
        .completed(AIC, D, B_AIC)
        .taskCompleted(TASK_B)
        .ran(AIV0, 0, 1, PAIR_AIV0)
        .ran(AIC, 0, 3, PAIR_AIC)
        .completed(AIC, C, PAIR_AIC)
        .believedIdle(AIC)
        .completed(AIV0, C, PAIR_AIV0)
        .believedIdle(AIV0)
        .taskCompleted(TASK_PAIR)
        .dispatched(OTHER_AIC, 0, 1, LAST_AIC)
        .ran(OTHER_AIC, 0, 1, LAST_AIC)
        .completed(OTHER_AIC, C, LAST_AIC)
        .believedIdle(OTHER_AIC)
        .finished();
    assertThat(stream.checks().verdicts())
        .extracting(Verdict::invariant)
        .containsExactly(Invariant.values());
    assertThat(stream.checks().verdicts()).allMatch(Verdict::held);
    assertThat(stream.checks().verdicts()).extracting(Verdict::firstMessage).containsOnlyNulls();
  }

  @Test
  void aCoreThatRunsAnotherPayloadViolatesRunsOnce() {
    stream.dispatched(AIC, 0, 1, A_AIC).ran(AIC, 0, 1, LAST_AIC);
    violated(
        Invariant.RUNS_ONCE,
        50,
        "core 0 ran the payload of task last AIC (expected: that of task a AIC)");
  }

  @Test
  void aCoreThatRunsASlotWithNothingInItViolatesRunsOnce() {
    stream.dispatched(AIC, 0, 1, A_AIC).ran(AIC, 1, 1, -1);
    violated(
        Invariant.RUNS_ONCE,
        50,
        "core 0 ran the payload of nothing (expected: that of task a AIC)");
  }

  @Test
  void aCoreThatRunsOutOfDispatchOrderViolatesRunsOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC);
    violated(
        Invariant.RUNS_ONCE,
        70,
        "core 0 ran the payload of task b AIC (expected: that of task a AIC)");
    assertThat(stream.verdict(Invariant.RUNS_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void aCoreThatRunsOneDispatchTwiceViolatesRunsOnce() {
    stream.dispatched(AIC, 0, 1, A_AIC).ran(AIC, 0, 1, A_AIC).ran(AIC, 0, 1, A_AIC);
    violated(
        Invariant.RUNS_ONCE,
        100,
        "core 0 ran the payload of task a AIC, and nothing was dispatched to it");
  }

  /** Such as one that takes a register's old content for a dispatch. */
  @Test
  void aCoreThatRunsWithoutADispatchViolatesRunsOnceWhateverItFinds() {
    stream.ran(AIC, 0, 0, -1);
    violated(
        Invariant.RUNS_ONCE,
        30,
        "core 0 ran the payload of nothing, and nothing was dispatched to it");
  }

  @Test
  void aSubtaskThatIsDispatchedTwiceViolatesRunsOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(OTHER_AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .ran(OTHER_AIC, 0, 1, A_AIC);
    violated(Invariant.RUNS_ONCE, 120, "core 3 ran task a AIC again");
  }

  @Test
  void aPayloadThatChangesUnderItsKernelViolatesRunsOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .built(AIC, 0, B_AIC)
        .kernelEnded(AIC, 0, B_AIC);
    violated(
        Invariant.RUNS_ONCE,
        70,
        "the payload of task a AIC on core 0 became that of task b AIC while its kernel ran");
  }

  @Test
  void dispatchesThatNeverRanViolateRunsOnceOfAFinishedRun() {
    stream.dispatched(AIC, 0, 1, A_AIC).dispatched(AIC, 1, 2, B_AIC).finished();
    violated(Invariant.RUNS_ONCE, 40, "core 0 never ran task a AIC");
    assertThat(stream.verdict(Invariant.RUNS_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void whatIsMissingFromARunThatWasCutOffViolatesProgressAlone() {
    stream.dispatched(AIC, 0, 1, A_AIC).cutOff("nothing moved for 2s");
    violated(Invariant.PROGRESS, 20, "nothing moved for 2s");
    assertThat(stream.checks().verdicts())
        .filteredOn(verdict -> !verdict.held())
        .extracting(Verdict::invariant)
        .containsExactly(Invariant.PROGRESS);
  }

  @Test
  void completionBeforeTheKernelEndsViolatesCompletesOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .completed(AIC, C, A_AIC)
        .ended(AIC, 0, 1, A_AIC);
    violated(
        Invariant.COMPLETES_ONCE, 60, "core 0: task a AIC completed before its output was visible");
  }

  @Test
  void completionBetweenKernelEndAndVisibleOutputViolatesCompletesOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .kernelEnded(AIC, 0, A_AIC)
        .completed(AIC, C, A_AIC)
        .outputVisible(AIC, 1);
    violated(
        Invariant.COMPLETES_ONCE, 70, "core 0: task a AIC completed before its output was visible");
  }

  /** The output of the running subtask says nothing about the one behind it. */
  @Test
  void completionOfTheWaitingSubtaskBeforeItRanViolatesCompletesOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .completed(AIC, A, A_AIC)
        .completed(AIC, A, B_AIC);
    violated(
        Invariant.COMPLETES_ONCE,
        110,
        "core 0: task b AIC completed before its output was visible");
  }

  @Test
  void completionOfWhatWasNeverDispatchedViolatesCompletesOnce() {
    stream.completed(AIC, C, A_AIC);
    violated(
        Invariant.COMPLETES_ONCE, 10, "core 0: task a AIC completed before its output was visible");
  }

  @Test
  void aSecondCompletionViolatesCompletesOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .completed(AIC, C, A_AIC)
        .completed(AIC, C, A_AIC);
    violated(Invariant.COMPLETES_ONCE, 90, "core 0: task a AIC completed twice");
  }

  @Test
  void dispatchesThatWereNeverCompletedViolateCompletesOnceOfAFinishedRun() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 1, 2, B_AIC)
        .finished();
    violated(Invariant.COMPLETES_ONCE, 140, "task a AIC was never completed");
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void aSlotThatIsWrittenAfterItsPublicationViolatesSlotStable() {
    stream.dispatched(AIC, 0, 1, A_AIC).built(AIC, 0, B_AIC);
    violated(
        Invariant.SLOT_STABLE,
        30,
        "slot 0 of core 0 was written for task b AIC while task a AIC may still read it");
  }

  @Test
  void aSlotThatIsWrittenWhileItsKernelRunsViolatesSlotStable() {
    stream.dispatched(AIC, 1, 1, A_AIC).started(AIC, 1, 1, A_AIC).built(AIC, 1, B_AIC);
    violated(
        Invariant.SLOT_STABLE,
        60,
        "slot 1 of core 0 was written for task b AIC while task a AIC may still read it");
  }

  @Test
  void aSlotThatWaitsBehindARunningKernelIsNotFreedByThatKernelsEnd() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .built(AIC, 0, LAST_AIC)
        .built(AIC, 1, LAST_AIC);
    violated(
        Invariant.SLOT_STABLE,
        110,
        "slot 1 of core 0 was written for task last AIC while task b AIC may still read it");
    assertThat(stream.verdict(Invariant.SLOT_STABLE).violations()).isEqualTo(1);
  }

  /** The other slot, the same slot of another core, and again what was never published. */
  @Test
  void aSlotThatNobodyMayReadCanBeWritten() {
    stream
        .built(AIC, 0, A_AIC)
        .built(AIC, 0, B_AIC)
        .dispatched(AIC, 0, 1, A_AIC)
        .built(AIC, 1, B_AIC)
        .built(OTHER_AIC, 0, B_AIC)
        .started(AIC, 0, 1, A_AIC)
        .kernelEnded(AIC, 0, A_AIC)
        .built(AIC, 0, LAST_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).isTrue();
  }

  @Test
  void aBusyCoreThatIsBelievedIdleViolatesIdleIsIdle() {
    stream.dispatched(AIC, 0, 1, A_AIC).started(AIC, 0, 1, A_AIC).believedIdle(AIC);
    violated(Invariant.IDLE_IS_IDLE, 60, "core 0 is believed idle while it still has task a AIC");
  }

  @Test
  void aCoreThatWasGivenMoreIsNotIdleAfterItsFirstKernel() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .believedIdle(OTHER_AIC)
        .believedIdle(AIC);
    violated(Invariant.IDLE_IS_IDLE, 110, "core 0 is believed idle while it still has task b AIC");
  }

  @Test
  void aKernelBeforeOneOfItsProducersIsCompleteViolatesProducersFirst() {
    stream
        .taskCompleted(TASK_A)
        .completed(AIC, C, PAIR_AIC)
        .dispatched(AIC, 0, 1, LAST_AIC)
        .started(AIC, 0, 1, LAST_AIC);
    violated(
        Invariant.PRODUCERS_FIRST,
        70,
        "core 0 started task last AIC before task pair was complete");
  }

  @Test
  void aTaskOnTwoClustersViolatesOneCluster() {
    stream.dispatched(AIC, 0, 1, PAIR_AIC).dispatched(OTHER_AIV0, 0, 1, PAIR_AIV0);
    violated(Invariant.ONE_CLUSTER, 40, "task pair went to cluster 0 and to cluster 1");
  }

  @Test
  void twoSubtasksOfATaskOnOneCoreViolateOneCluster() {
    stream.dispatched(AIV1, 0, 1, PAIR_AIC).dispatched(AIV1, 1, 2, PAIR_AIV0);
    violated(Invariant.ONE_CLUSTER, 40, "two subtasks of task pair went to core 2");
  }

  @Test
  void onlyTheFirstViolationIsKept() {
    stream.completed(AIC, C, A_AIC).completed(AIC, C, A_AIC).completed(AIC, C, B_AIC);
    violated(
        Invariant.COMPLETES_ONCE, 10, "core 0: task a AIC completed before its output was visible");
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).violations()).isEqualTo(3);
  }

  private void violated(Invariant invariant, long tick, String message) {
    Verdict verdict = stream.verdict(invariant);
    assertThat(verdict.invariant()).isEqualTo(invariant);
    assertThat(verdict.held()).isFalse();
    assertThat(List.of(verdict.firstTick(), verdict.firstMessage()))
        .isEqualTo(List.of(tick, message));
  }
}
