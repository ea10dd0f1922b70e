package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One scheduler, whose cores are the test: it writes COND and steps the scheduler. */
@Tag("unit")
class SchedulerAgentTest {
  private static final RuntimeSpec ONE_CORE =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.chip = new Chip(1, 1, 0);
                spec.submission = Submission.PRELOADED;
              });

  private static TaskGraph cubes(int count) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < count; i++) {
      graph.task(ResourceShape.AIC_ONLY.mask());
      graph.kernel(10 + i, 0);
    }
    return graph.build();
  }

  /** A scheduler with dispatch 1 running and dispatch 2 pending. */
  private static SteppedRun twoInFlight(Fault... faults) {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(2), faults);
    run.whileWaiting = () -> run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    run.registers.storeCondRelease(0, CondWord.ack(1));
    assertThat(run.book(0).running.id).isEqualTo(1);
    assertThat(run.book(0).pending.id).isEqualTo(2);
    return run;
  }

  private static SubtaskTimes completed(SteppedRun run, int subtask) {
    return run.assembly.result().subtask(subtask);
  }

  private static long cases(SteppedRun run, CompletionCase found) {
    return run.assembly.result().cases(found);
  }

  @Test
  void theFirstDispatchRunsAndTheSecondWaitsForItsAck() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(2));
    int[] looks = {0};
    run.whileWaiting =
        () -> {
          assertThat(run.dmb(0)).as("not overwritten yet").isEqualTo(1);
          assertThat(run.registers.taskOpaque(0)).isEqualTo(PayloadSlots.address(0, 0));
          if (++looks[0] == 5) {
            run.registers.storeCondRelease(0, CondWord.ack(1));
          }
        };
    run.scheduler(0);
    assertThat(looks[0]).isEqualTo(5);
    assertThat(run.dmb(0)).isEqualTo(2);
    assertThat(run.registers.taskOpaque(0)).isEqualTo(PayloadSlots.address(0, 1));
    assertThat(run.assembly.result().totals().guardWaits()).isEqualTo(1);
    assertThat(run.assembly.result().totals().guardLoads()).isEqualTo(6);
  }

  @Test
  void theGuardTakesFinForAnAnswerToo() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(2));
    run.whileWaiting = () -> run.registers.storeCondRelease(0, CondWord.fin(1));
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(2);
  }

  @Test
  void anAbortedGuardPublishesNothingAndChangesNothing() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(2));
    run.whileWaiting =
        () -> run.assembly.context().control().abort("somebody", new IllegalStateException());
    run.scheduler(0);
    CoreBook book = run.book(0);
    assertThat(run.dmb(0)).isEqualTo(1);
    assertThat(book.pending.isEmpty()).isTrue();
    assertThat(book.nextId).isEqualTo(2);
    assertThat(book.slot).isEqualTo(1);
  }

  @Test
  void withoutTheGuardTheSecondDispatchOverwritesTheFirst() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(2), Fault.ACK_GUARD);
    run.whileWaiting = () -> assertThat(true).as("a wait").isFalse();
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(2);
    assertThat(run.cond(0)).isEqualTo(CondWord.CORE_IDLE);
  }

  @Test
  void caseACompletesTheRunningAndThenThePendingOne() {
    SteppedRun run = twoInFlight();
    run.registers.storeCondRelease(0, CondWord.fin(2));
    run.scheduler(0);
    assertThat(cases(run, CompletionCase.A)).isEqualTo(1);
    LongLog log = run.assembly.schedulers().get(0).completions().log();
    assertThat(log.entries()).isEqualTo(2);
    assertThat(log.get(0, 0) >>> Integer.SIZE).isZero();
    assertThat(log.get(1, 0) >>> Integer.SIZE).isEqualTo(1);
    assertThat(run.book(0).room(Variant.DUAL_SLOT)).isEqualTo(CoreBook.IDLE);
    assertThat(run.assembly.context().board().isComplete()).isTrue();
  }

  @Test
  void caseBCompletesTheRunningOneAndEverythingMovesWithThePromotion() {
    SteppedRun run = twoInFlight();
    long dispatched = run.book(0).pending.dispatchNs;
    run.registers.storeCondRelease(0, CondWord.ack(2));
    run.scheduler(0);
    assertThat(cases(run, CompletionCase.B)).isEqualTo(1);
    assertPromoted(run, dispatched);
    run.registers.storeCondRelease(0, CondWord.fin(2));
    run.scheduler(0);
    assertThat(completed(run, 1).completedBy()).isEqualTo(CompletionCase.C);
    assertThat(completed(run, 1).dispatchNs()).isEqualTo(dispatched);
    assertThat(completed(run, 1).kernelId()).isEqualTo(11);
  }

  @Test
  void caseDCompletesTheRunningOneAndPromotesWhatHasNotStarted() {
    SteppedRun run = twoInFlight();
    long dispatched = run.book(0).pending.dispatchNs;
    run.registers.storeCondRelease(0, CondWord.fin(1));
    run.scheduler(0);
    assertThat(cases(run, CompletionCase.D)).isEqualTo(1);
    assertPromoted(run, dispatched);
  }

  private static void assertPromoted(SteppedRun run, long dispatched) {
    CoreBook book = run.book(0);
    assertThat(book.running.id).isEqualTo(2);
    assertThat(book.running.subtask).isEqualTo(1);
    assertThat(book.running.kernelId).isEqualTo(11);
    assertThat(book.running.dispatchNs).isEqualTo(dispatched);
    assertThat(book.pending.isEmpty()).isTrue();
    assertThat(completed(run, 0).completions()).isEqualTo(1);
    assertThat(completed(run, 0).kernelId()).isEqualTo(10);
    assertThat(completed(run, 1).completions()).isZero();
  }

  @Test
  void withASingleSlotABusyCoreIsLeftAlone() {
    SteppedRun run =
        SteppedRun.started(ONE_CORE.with(spec -> spec.variant = Variant.SINGLE_SLOT), cubes(2));
    run.scheduler(0);
    run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(1);
    run.registers.storeCondRelease(0, CondWord.fin(1));
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(2);
    assertThat(run.registers.taskOpaque(0)).isEqualTo(PayloadSlots.address(0, 0));
  }

  @Test
  void byParityAPolledAckOpensThePendingSlotAndADispatchClosesIt() {
    RuntimeSpec parity = ONE_CORE.with(spec -> spec.variant = Variant.DUAL_SLOT_PARITY);
    SteppedRun run = SteppedRun.started(parity, cubes(3));
    run.whileWaiting = () -> assertThat(true).as("a wait").isFalse();
    run.scheduler(0);
    assertThat(run.book(0).closed).isTrue();
    run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(2);
    assertThat(run.book(0).closed).isTrue();
    run.registers.storeCondRelease(0, CondWord.fin(1));
    run.scheduler(0);
    assertThat(run.book(0).pending.id).as("FIN(running) is skipped").isEqualTo(2);
    run.registers.storeCondRelease(0, CondWord.ack(2));
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(3);
    assertThat(cases(run, CompletionCase.B)).isEqualTo(1);
  }

  @Test
  void byParityWithoutTheGuardADispatchClosesNothing() {
    RuntimeSpec parity = ONE_CORE.with(spec -> spec.variant = Variant.DUAL_SLOT_PARITY);
    SteppedRun run = SteppedRun.started(parity, cubes(3), Fault.ACK_GUARD);
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(2);
  }

  @Test
  void thePipelinePassSkipsACoreThatHasNotAcknowledgedAndDoesNotPop() {
    SteppedRun run =
        SteppedRun.started(
            ONE_CORE.with(spec -> spec.pendingDispatch = PendingDispatch.SKIP), cubes(2));
    run.whileWaiting = () -> assertThat(true).as("a wait").isFalse();
    run.scheduler(0);
    assertThat(run.dmb(0)).isEqualTo(1);
    assertThat(run.assembly.context().board().ready(ResourceShape.AIC_ONLY).isEmpty()).isFalse();
    run.registers.storeCondRelease(0, CondWord.fin(1));
    // FIN would satisfy the guard, but the pass wants exactly ACK; the poll comes first anyway.
    run.scheduler(0);
    assertThat(cases(run, CompletionCase.C)).isEqualTo(1);
    assertThat(run.book(0).running.id).isEqualTo(2);
    assertThat(run.book(0).pending.isEmpty()).isTrue();
  }

  @Test
  void thePipelinePassFillsThePendingSlotOfACoreThatHas() {
    SteppedRun run =
        SteppedRun.started(
            ONE_CORE.with(spec -> spec.pendingDispatch = PendingDispatch.SKIP), cubes(2));
    run.scheduler(0);
    run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    assertThat(run.book(0).pending.id).isEqualTo(2);
    assertThat(run.assembly.result().totals().guardLoads()).isZero();
  }

  @Test
  void exitIsWrittenAndTheWindowClosedOnceTheCoreAnswered() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(0));
    assertThat(run.finish().completedTasks()).isZero();
    assertThat(run.cond(0)).isEqualTo(CondWord.CORE_EXITED);
    assertThat(run.dmb(0)).isEqualTo(DmbWord.IDLE);
  }

  @Test
  void aCoreThatDoesNotAnswerKeepsItsExitAndIsTheRunsFailure() {
    RuntimeSpec hasty = ONE_CORE.with(spec -> spec.exitLimitNs = 1_000);
    SteppedRun run = SteppedRun.started(hasty, cubes(0));
    run.whileWaiting = () -> {};
    run.assembly.schedulers().get(0).onClose();
    assertThat(run.dmb(0)).isEqualTo(DmbWord.EXIT);
    assertThat(run.assembly.context().control().failure().cause())
        .hasMessageContaining(
            "scheduler 0 waited for core 0 (AIC of cluster 0) to answer its exit");
  }
}
