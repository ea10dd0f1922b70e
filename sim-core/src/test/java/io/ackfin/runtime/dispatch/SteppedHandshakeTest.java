package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Schedulers, orchestrator and cores together, stepped in a fixed order on one thread. */
@Tag("unit")
class SteppedHandshakeTest {
  private static final RuntimeSpec SPEC =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.submission = Submission.PRELOADED;
                spec.recordsPerThread = 10_000;
              });

  private static TaskGraph everyShape(int times) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < times * ResourceShape.COUNT; i++) {
      graph.task(ResourceShape.of(i % ResourceShape.COUNT), 0);
      if (i >= ResourceShape.COUNT) {
        graph.after(i - ResourceShape.COUNT);
      }
    }
    return graph.build();
  }

  @Test
  void everyCombinationCompletesEverySubtaskOnce() {
    TaskGraph graph = everyShape(8);
    for (Variant variant : Variant.values()) {
      for (Placement placement : Placement.values()) {
        for (PendingDispatch pending : PendingDispatch.values()) {
          for (Startup startup : Startup.values()) {
            RuntimeSpec spec =
                SPEC.with(
                    changes -> {
                      changes.chip = Chip.ofClusters(2);
                      changes.schedulers = 2;
                      changes.variant = variant;
                      changes.placement = placement;
                      changes.pendingDispatch = pending;
                      changes.startup = startup;
                      changes.idModulus = 4;
                    });
            DispatchResult result = SteppedRun.started(spec, graph).finish();
            assertThat(result.completedTasks())
                .as("%s %s %s %s", variant, placement, pending, startup)
                .isEqualTo(graph.tasks());
            assertOnce(graph, result);
          }
        }
      }
    }
  }

  private static void assertOnce(TaskGraph graph, DispatchResult result) {
    for (int i = 0; i < graph.subtasks(); i++) {
      SubtaskTimes subtask = result.subtask(i);
      assertThat(subtask.executions()).isEqualTo(1);
      assertThat(subtask.completions()).isEqualTo(1);
      assertThat(subtask.kernelId()).isEqualTo(graph.kernelId(i));
      assertThat(subtask.receiveNs()).isGreaterThanOrEqualTo(subtask.dispatchNs());
      assertThat(subtask.ackNs()).isGreaterThanOrEqualTo(subtask.receiveNs());
      assertThat(subtask.startNs()).isGreaterThanOrEqualTo(subtask.ackNs());
      assertThat(subtask.endNs()).isGreaterThanOrEqualTo(subtask.startNs());
      assertThat(subtask.finishNs()).isGreaterThanOrEqualTo(subtask.endNs());
    }
  }

  @Test
  void aChainOnOneCoreIsAllCaseC() {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 5; i++) {
      graph.task(ResourceShape.AIC_ONLY, 0);
      if (i > 0) {
        graph.after(i - 1);
      }
    }
    DispatchResult result = SteppedRun.started(SPEC, graph.build()).finish();
    assertThat(result.cases(CompletionCase.C)).isEqualTo(5);
    assertThat(result.totals().finSkips()).isZero();
    assertThat(result.makespanNs()).isPositive();
  }

  @Test
  void liveSubmissionKeepsToTheTaskWindow() {
    RuntimeSpec spec =
        SPEC.with(
            changes -> {
              changes.submission = Submission.LIVE;
              changes.taskWindow = 3;
            });
    SteppedRun run = SteppedRun.started(spec, everyShape(8));
    TaskBoard board = run.assembly.context().board();
    run.orchestrator();
    assertThat(board.submitted()).isEqualTo(3);
    assertThat(run.orchestrator()).isZero();
    assertThat(run.assembly.orchestrator().waitsFor()).isEqualTo("room in the task window");
    DispatchResult result = run.finish();
    assertThat(result.completedTasks()).isEqualTo(40);
  }

  @Test
  void whatTasksHeldIsReleasedWhenNothingMovesOrWhenMuchWaits() {
    RuntimeSpec spec = SPEC.with(changes -> changes.chip = new Chip(1, 1, 0));
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 300; i++) {
      graph.task(ResourceShape.AIC_ONLY, 0);
    }
    SteppedRun run = SteppedRun.started(spec, graph.build());
    run.whileWaiting =
        () -> run.registers.storeCondRelease(0, CondWord.ack(run.book(0).running.id));
    TaskBoard board = run.assembly.context().board();
    run.scheduler(0);
    // Each step completes two tasks and dispatches two: something always moves.
    for (int step = 1; step < 128; step++) {
      run.registers.storeCondRelease(0, CondWord.fin(run.book(0).pending.id));
      run.scheduler(0);
      assertThat(board.held()).isEqualTo(300);
    }
    run.registers.storeCondRelease(0, CondWord.fin(run.book(0).pending.id));
    run.scheduler(0);
    assertThat(board.held()).as("256 at once").isEqualTo(44);
    run.registers.storeCondRelease(0, CondWord.fin(run.book(0).pending.id));
    run.scheduler(0);
    assertThat(board.held()).isEqualTo(44);
    assertThat(run.scheduler(0)).as("released, as nothing moved").isEqualTo(2);
    assertThat(board.held()).isEqualTo(42);
    assertThat(run.scheduler(0)).isZero();
  }

  @Test
  void clustersChangeHandsWithWhatIsInFlight() {
    RuntimeSpec spec =
        SPEC.with(
            changes -> {
              changes.chip = new Chip(4, 1, 0);
              changes.becomesScheduler = true;
            });
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < 40; i++) {
      graph.task(ResourceShape.AIC_ONLY, 0);
    }
    SteppedRun run = SteppedRun.started(spec, graph.build());
    run.scheduler(0);
    assertThat(run.book(3).running.isEmpty()).isFalse();
    run.orchestrator();
    assertThat(run.scheduler(0)).as("arrives").isEqualTo(1);
    assertThat(run.scheduler(0)).as("waits").isZero();
    assertThat(run.assembly.schedulers().get(0).waitsFor())
        .isEqualTo("the other schedulers to come to the hand-over");
    run.orchestrator();
    DispatchResult result = run.finish();
    assertThat(result.totals().coresMoved()).isEqualTo(2);
    assertThat(result.totals().schedulers()).isEqualTo(2);
    assertThat(result.completedTasks()).isEqualTo(40);
    assertThat(RecordedLane.kinds(result, "scheduler 0"))
        .contains(RecordKind.GIVE, RecordKind.TAKE);
    Lane lane = result.recording().orElseThrow().lane("orchestrator");
    assertThat(lane.kind(0)).isEqualTo(RecordKind.TAKE);
    assertThat(lane.core(0)).isEqualTo(2);
    assertThat(lane.value(0)).isEqualTo(1);
  }

  /** Who gave its cores away for a meeting that does not take place ends them as their owner. */
  @Test
  void coresThatNobodyTookAreTakenBackBeforeTheyAreEnded() {
    RuntimeSpec spec =
        SPEC.with(
            changes -> {
              changes.chip = new Chip(3, 1, 0);
              changes.schedulers = 2;
              changes.becomesScheduler = true;
            });
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 0);
    SteppedRun run = SteppedRun.started(spec, graph.build());
    run.scheduler(1);
    run.orchestrator();
    assertThat(run.scheduler(0)).as("arrives").isEqualTo(1);
    run.assembly.context().board().taskDone();
    DispatchResult result = run.finish();
    assertThat(result.totals().coresMoved()).isZero();
    Lane lane = result.recording().orElseThrow().lane("scheduler 0");
    List<RecordKind> kinds = RecordedLane.kinds(result, "scheduler 0");
    int given = kinds.lastIndexOf(RecordKind.GIVE);
    assertThat(kinds.subList(given + 1, given + 3))
        .containsExactly(RecordKind.TAKE, RecordKind.TAKE);
    assertThat(lane.kind(given + 3)).isEqualTo(RecordKind.STORE);
    assertThat(lane.value(given + 3)).isEqualTo(DmbWord.EXIT);
  }

  @Test
  void whoComesLateToWhatItWasDealtEndsItsCoresAllTheSame() {
    RuntimeSpec spec =
        SPEC.with(
            changes -> {
              changes.chip = new Chip(4, 1, 0);
              changes.schedulers = 3;
              changes.becomesScheduler = true;
            });
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 0);
    SteppedRun run = SteppedRun.started(spec, graph.build());
    run.scheduler(0);
    run.orchestrator();
    for (int scheduler = 0; scheduler < 3; scheduler++) {
      assertThat(run.scheduler(scheduler)).as("arrives").isEqualTo(1);
    }
    run.orchestrator();
    // Scheduler 0 completes everything before scheduler 1 comes to take core 1.
    run.scheduler(0);
    run.coreUntilIdle(0);
    run.scheduler(0);
    assertThat(run.scheduler(1)).isEqualTo(Agent.DONE);
    run.finish();
    for (int core = 0; core < 4; core++) {
      assertThat(run.cond(core)).as("core %d", core).isEqualTo(CondWord.CORE_EXITED);
    }
  }

  @Test
  void kernelsThatMeetEndTogetherAndAnExitEndsTheirWait() {
    TaskGraph.Builder builder = TaskGraph.builder();
    builder.task(ResourceShape.AIC_AIV_X1, 0);
    TaskGraph graph = builder.sync(KernelSync.BARRIER).build();
    SteppedRun run = SteppedRun.started(SPEC, graph);
    run.scheduler(0);
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).as("waits inside its kernel").isEqualTo(CondWord.ack(1));
    assertThat(run.assembly.cores().get(0).waitsFor()).isEqualTo("the siblings of subtask 0");
    run.coreUntilIdle(1);
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.fin(1));

    SteppedRun left = SteppedRun.started(SPEC, graph);
    left.scheduler(0);
    left.coreUntilIdle(0);
    left.assembly.context().control().abort("test", new IllegalStateException("test"));
    left.assembly.schedulers().get(0).onAbort();
    left.core(0);
    assertThat(left.cond(0)).isEqualTo(CondWord.CORE_EXITED);
    assertThat(RecordedLane.kinds(left.assembly.result(), "scheduler 0"))
        .containsSubsequence(RecordKind.STOPPED, RecordKind.STORE);
  }

  @Test
  void aTaskWhoseKernelsMeetLeavesTheOthersAlone() {
    TaskGraph.Builder builder = TaskGraph.builder();
    builder.task(ResourceShape.AIC_AIV_X1, 0);
    builder.task(ResourceShape.AIC_AIV_X1, 0);
    builder.sync(KernelSync.START);
    SteppedRun run =
        SteppedRun.started(SPEC.with(changes -> changes.chip = new Chip(1, 1, 1)), builder.build());
    run.scheduler(0);
    run.coreUntilIdle(0);
    assertThat(run.cond(0))
        .as("the first needed no sibling, the second does")
        .isEqualTo(CondWord.ack(2));
    run.coreUntilIdle(1);
    run.coreUntilIdle(0);
    assertThat(run.cond(0)).isEqualTo(CondWord.fin(2));
  }

  /** The next ACK would say that the kernel before it ended. */
  @Test
  void aKernelThatAnAbortCutShortIsNeverReportedAsEnded() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 0);
    graph.task(ResourceShape.AIC_ONLY, 0);
    SteppedRun run = SteppedRun.started(SPEC, graph.build());
    run.kernelsEnd = false;
    run.scheduler(0);
    assertThat(run.dmb(0)).as("one runs and one waits").isEqualTo(2);
    run.assembly.context().control().abort("somebody", new IllegalStateException());
    for (int step = 0; step < 10; step++) {
      run.core(0);
    }
    assertThat(run.cond(0)).isEqualTo(CondWord.ack(1));
    run.assembly.schedulers().get(0).onClose();
    assertThat(run.cond(0)).isEqualTo(CondWord.CORE_EXITED);
    assertThat(run.assembly.result().completedTasks()).isZero();
  }

  @Test
  void theRecordHoldsAWholeDispatchInOrder() {
    RuntimeSpec spec = SPEC.with(changes -> changes.chip = new Chip(1, 1, 0));
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(Subslot.AIC.bit());
    graph.kernel(7, 0);
    DispatchResult result = SteppedRun.started(spec, graph.build()).finish();
    assertThat(result.recording().orElseThrow().complete()).isTrue();
    assertThat(RecordedLane.kinds(result, "core 0"))
        .containsSubsequence(
            RecordKind.LOAD,
            RecordKind.STORE,
            RecordKind.SLOT_READ,
            RecordKind.KERNEL_START,
            RecordKind.SLOT_READ,
            RecordKind.KERNEL_END,
            RecordKind.STORE);
    assertThat(RecordedLane.kinds(result, "scheduler 0"))
        .containsSubsequence(
            RecordKind.DISPATCH,
            RecordKind.SLOT_WRITE,
            RecordKind.STORE,
            RecordKind.STORE,
            RecordKind.POLL,
            RecordKind.COMPLETE,
            RecordKind.CARRIED,
            RecordKind.TASK_COMPLETE);
    Lane core = result.recording().orElseThrow().lane("core 0");
    Lane scheduler = result.recording().orElseThrow().lane("scheduler 0");
    int written = RecordedLane.kinds(result, "scheduler 0").indexOf(RecordKind.SLOT_WRITE);
    int read = RecordedLane.kinds(result, "core 0").indexOf(RecordKind.SLOT_READ);
    assertThat(core.extra(read)).isEqualTo(scheduler.extra(written));
    int carried = RecordedLane.kinds(result, "scheduler 0").indexOf(RecordKind.CARRIED);
    assertThat(scheduler.value(carried)).as("kernel").isEqualTo(7);
    assertThat(scheduler.detail(carried)).as("subslot").isEqualTo(Subslot.AIC.bit());
    assertThat(scheduler.extra(carried)).isEqualTo(result.subtask(0).dispatchNs());
  }

  @Test
  void withoutRecordingThereIsNoRecord() {
    RuntimeSpec spec = SPEC.with(changes -> changes.recordsPerThread = 0);
    assertThat(SteppedRun.started(spec, everyShape(1)).finish().recording()).isEmpty();
  }
}
