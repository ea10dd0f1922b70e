package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What each fault of a scheduler changes; the cores are the test. Those of a core are with it. */
@Tag("unit")
class SchedulerFaultsTest {
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

  /** A scheduler with dispatch 1 running and dispatch 2 pending, of so many tasks. */
  private static SteppedRun twoInFlight(int tasks, Fault... faults) {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(tasks), faults);
    run.whileWaiting = () -> run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    run.registers.storeCondRelease(0, CondWord.ack(1));
    return run;
  }

  private static void cond(SteppedRun run, int word) {
    run.registers.storeCondRelease(0, word);
    run.scheduler(0);
  }

  private static List<Integer> completed(SteppedRun run) {
    LongLog log = run.assembly.schedulers().get(0).completions().log();
    List<Integer> subtasks = new ArrayList<>();
    for (int entry = 0; entry < log.entries(); entry++) {
      subtasks.add((int) (log.get(entry, 0) >>> Integer.SIZE));
    }
    return subtasks;
  }

  @Test
  void withoutSlotFlipTheSecondPayloadGoesOverTheFirst() {
    SteppedRun run = twoInFlight(2, Fault.SLOT_FLIP);
    assertThat(run.registers.taskOpaque(0)).isEqualTo(PayloadSlots.address(0, 0));
    assertThat(run.assembly.context().slots().subtaskPlain(PayloadSlots.address(0, 0)))
        .isEqualTo(1);
  }

  @Test
  void aCaseThatIsSwitchedOffCompletesNothing() {
    Fault[] off = {Fault.CASE_A, Fault.CASE_B, Fault.CASE_D};
    int[] words = {CondWord.fin(2), CondWord.ack(2), CondWord.fin(1)};
    for (int i = 0; i < off.length; i++) {
      SteppedRun run = twoInFlight(2, off[i]);
      cond(run, words[i]);
      assertThat(completed(run)).as("without %s", off[i]).isEmpty();
      assertThat(run.book(0).pending.id).isEqualTo(2);
    }
    SteppedRun last = twoInFlight(2, Fault.CASE_C);
    cond(last, CondWord.ack(2));
    cond(last, CondWord.fin(2));
    assertThat(completed(last)).containsExactly(0);
  }

  @Test
  void withoutStoreOrderTheIdIsThereBeforeTheAddress() {
    TaskGraph graph = cubes(1);
    SteppedRun run =
        SteppedRun.started(
            ONE_CORE.with(spec -> spec.recordsPerThread = 100), graph, Fault.STORE_ORDER);
    run.scheduler(0);
    SteppedRun right =
        SteppedRun.started(ONE_CORE.with(spec -> spec.recordsPerThread = 100), graph);
    right.scheduler(0);
    assertThat(RecordedLane.lastStores(run.assembly.result(), "scheduler 0", 2))
        .containsExactly("DMB 1", "TASK 1");
    assertThat(RecordedLane.lastStores(right.assembly.result(), "scheduler 0", 2))
        .containsExactly("TASK 1", "DMB 1");
  }

  @Test
  void completingTwiceIsLoggedTwice() {
    SteppedRun run = twoInFlight(3, Fault.COMPLETE_TWICE);
    cond(run, CondWord.fin(2));
    run.registers.storeCondRelease(0, CondWord.fin(3));
    run.scheduler(0);
    assertThat(completed(run)).containsExactly(0, 1, 2, 2);
    assertThat(run.assembly.result().subtask(2).completions()).isEqualTo(2);
  }

  @Test
  void pendingBeforeRunningTurnsCaseAAround() {
    SteppedRun run = twoInFlight(2, Fault.PENDING_BEFORE_RUNNING);
    cond(run, CondWord.fin(2));
    assertThat(completed(run)).containsExactly(1, 0);
  }

  @Test
  void aForgottenSubslotSetsTheWrongBitOfTheDoneMask() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(1 << 1);
    graph.kernel(0, 0);
    graph.task(1 << 2);
    graph.kernel(0, 0);
    RuntimeSpec vector = ONE_CORE.with(spec -> spec.chip = new Chip(1, 0, 1));
    SteppedRun run = SteppedRun.started(vector, graph.build(), Fault.FORGET_SUBSLOT);
    run.whileWaiting = () -> run.registers.storeCondRelease(0, CondWord.ack(1));
    run.scheduler(0);
    cond(run, CondWord.ack(2));
    cond(run, CondWord.fin(2));
    assertThat(completed(run)).containsExactly(0, 1);
    assertThat(run.assembly.context().board().isComplete()).isFalse();
  }

  @Test
  void promotingWithoutCompletingLosesTheRunningOne() {
    SteppedRun run = twoInFlight(2, Fault.PROMOTE_WITHOUT_COMPLETING);
    cond(run, CondWord.ack(2));
    assertThat(completed(run)).isEmpty();
    assertThat(run.book(0).running.id).isEqualTo(2);
  }

  @Test
  void aSlotThatIsFreedEarlyIsBuiltInWhileItsKernelRuns() {
    SteppedRun run = twoInFlight(2, Fault.FREE_SLOT_EARLY);
    assertThat(run.assembly.context().slots().subtaskPlain(PayloadSlots.address(0, 0)))
        .isEqualTo(1);
  }

  @Test
  void aStalePayloadIsPublishedAgain() {
    SteppedRun run = twoInFlight(4, Fault.STALE_PAYLOAD);
    run.whileWaiting = () -> run.registers.storeCondRelease(0, CondWord.ack(3));
    cond(run, CondWord.fin(2));
    assertThat(run.dmb(0)).isEqualTo(4);
    assertThat(run.assembly.context().slots().subtaskPlain(run.registers.taskOpaque(0)))
        .isEqualTo(1);
  }

  @Test
  void anOverwrittenDispatchTimeIsThatOfThePendingOne() {
    SteppedRun run = twoInFlight(2, Fault.OVERWRITE_DISPATCH_TIME);
    assertThat(run.book(0).running.dispatchNs).isEqualTo(run.book(0).pending.dispatchNs);
    SteppedRun right = twoInFlight(2);
    assertThat(right.book(0).running.dispatchNs).isLessThan(right.book(0).pending.dispatchNs);
  }

  @Test
  void theKernelIdOfThePendingOneIsRecordedForTheRunningOne() {
    SteppedRun run = twoInFlight(2, Fault.KERNEL_ID_FROM_PENDING);
    cond(run, CondWord.ack(2));
    assertThat(run.assembly.result().subtask(0).kernelId()).isEqualTo(11);
    assertThat(run.assembly.result().subtask(0).completedBy()).isEqualTo(CompletionCase.B);
  }

  @Test
  void leavingWithoutExitLeavesTheCorePolling() {
    SteppedRun run = SteppedRun.started(ONE_CORE, cubes(0), Fault.LEAVE_WITHOUT_EXIT);
    run.assembly.schedulers().get(0).onClose();
    assertThat(run.dmb(0)).isEqualTo(DmbWord.IDLE);
    assertThat(run.core(0)).isZero();
  }

  @Test
  void aLostHandOverLeavesARunningCoreToNobody() {
    assertThat(completedAfterHandOver()).isEqualTo(1);
    assertThat(completedAfterHandOver(Fault.LOST_HAND_OVER)).isZero();
  }

  /** Core 1 runs a task while it goes from scheduler 0 to the orchestrator. */
  private static int completedAfterHandOver(Fault... faults) {
    RuntimeSpec spec =
        ONE_CORE.with(
            changes -> {
              changes.chip = new Chip(2, 1, 0);
              changes.becomesScheduler = true;
            });
    SteppedRun run = SteppedRun.started(spec, cubes(2), faults);
    run.scheduler(0);
    assertThat(run.book(1).running.isEmpty()).isFalse();
    for (int i = 0; i < 3; i++) {
      run.orchestrator();
      run.scheduler(0);
    }
    run.registers.storeCondRelease(1, CondWord.fin(1));
    run.scheduler(0);
    run.orchestrator();
    return run.assembly.result().completedTasks();
  }
}
