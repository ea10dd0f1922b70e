package io.ackfin.check;

import static io.ackfin.check.EventStream.AIC;
import static io.ackfin.check.EventStream.AIV0;
import static io.ackfin.check.EventStream.A_AIC;
import static io.ackfin.check.EventStream.B_AIC;
import static io.ackfin.check.EventStream.LAST_AIC;
import static io.ackfin.check.EventStream.OTHER_AIC;
import static io.ackfin.check.EventStream.PAIR_AIC;
import static io.ackfin.check.EventStream.PAIR_AIV0;
import static io.ackfin.check.EventStream.TASK_A;
import static io.ackfin.check.EventStream.TASK_B;
import static io.ackfin.check.EventStream.TASK_PAIR;
import static io.ackfin.protocol.CompletionCase.A;
import static io.ackfin.protocol.CompletionCase.B;
import static io.ackfin.protocol.CompletionCase.C;
import static io.ackfin.protocol.CompletionCase.D;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The checks over hand-written streams: what all of them let pass, and every way to violate
 * runs-once, completes-once and progress, with the message of the first violation.
 */
@Tag("unit")
class InvariantChecksTest {
  private final EventStream stream = new EventStream();

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
    stream.assertViolated(
        Invariant.RUNS_ONCE,
        50,
        "core 0 ran the payload of task last AIC (expected: that of task a AIC)");
  }

  @Test
  void aCoreThatRunsASlotWithNothingInItViolatesRunsOnce() {
    stream.dispatched(AIC, 0, 1, A_AIC).ran(AIC, 1, 1, -1);
    stream.assertViolated(
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
    stream.assertViolated(
        Invariant.RUNS_ONCE,
        70,
        "core 0 ran the payload of task b AIC (expected: that of task a AIC)");
    assertThat(stream.verdict(Invariant.RUNS_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void aCoreThatRunsOneDispatchTwiceViolatesRunsOnce() {
    stream.dispatched(AIC, 0, 1, A_AIC).ran(AIC, 0, 1, A_AIC).ran(AIC, 0, 1, A_AIC);
    stream.assertViolated(
        Invariant.RUNS_ONCE,
        100,
        "core 0 ran the payload of task a AIC, and nothing was dispatched to it");
  }

  /** Such as one that takes a register's old content for a dispatch. */
  @Test
  void aCoreThatRunsWithoutADispatchViolatesRunsOnceWhateverItFinds() {
    stream.ran(AIC, 0, 0, -1);
    stream.assertViolated(
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
    stream.assertViolated(Invariant.RUNS_ONCE, 120, "core 3 ran task a AIC again");
  }

  @Test
  void aPayloadThatChangesUnderItsKernelViolatesRunsOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .built(AIC, 0, B_AIC)
        .kernelEnded(AIC, 0, B_AIC);
    stream.assertViolated(
        Invariant.RUNS_ONCE,
        70,
        "the payload of task a AIC on core 0 became that of task b AIC while its kernel ran");
  }

  @Test
  void dispatchesThatNeverRanViolateRunsOnceOfAFinishedRun() {
    stream.dispatched(AIC, 0, 1, A_AIC).dispatched(AIC, 1, 2, B_AIC).finished();
    stream.assertViolated(Invariant.RUNS_ONCE, 40, "core 0 never ran task a AIC");
    assertThat(stream.verdict(Invariant.RUNS_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void whatIsMissingFromARunThatWasCutOffViolatesProgressAlone() {
    stream.dispatched(AIC, 0, 1, A_AIC).cutOff("nothing moved for 2s");
    stream.assertViolated(Invariant.PROGRESS, 20, "nothing moved for 2s");
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
    stream.assertViolated(
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
    stream.assertViolated(
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
    stream.assertViolated(
        Invariant.COMPLETES_ONCE,
        110,
        "core 0: task b AIC completed before its output was visible");
  }

  @Test
  void completionOfWhatWasNeverDispatchedViolatesCompletesOnce() {
    stream.completed(AIC, C, A_AIC);
    stream.assertViolated(
        Invariant.COMPLETES_ONCE, 10, "core 0: task a AIC completed before its output was visible");
  }

  @Test
  void aSecondCompletionViolatesCompletesOnce() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .completed(AIC, C, A_AIC)
        .completed(AIC, C, A_AIC);
    stream.assertViolated(Invariant.COMPLETES_ONCE, 90, "core 0: task a AIC completed twice");
  }

  @Test
  void dispatchesThatWereNeverCompletedViolateCompletesOnceOfAFinishedRun() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 1, 2, B_AIC)
        .finished();
    stream.assertViolated(Invariant.COMPLETES_ONCE, 140, "task a AIC was never completed");
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).violations()).isEqualTo(2);
  }

  @Test
  void onlyTheFirstViolationIsKept() {
    stream.completed(AIC, C, A_AIC).completed(AIC, C, A_AIC).completed(AIC, C, B_AIC);
    stream.assertViolated(
        Invariant.COMPLETES_ONCE, 10, "core 0: task a AIC completed before its output was visible");
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).violations()).isEqualTo(3);
  }
}
