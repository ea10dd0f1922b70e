package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.runtime.record.Lane;
import io.ackfin.workload.Chain;
import io.ackfin.workload.GraphSource;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs on real threads. Whatever the host does meanwhile, what is asserted here must hold. */
@Tag("stress")
@Timeout(120)
class DispatchRunTest {
  private static final KernelDuration SHORT = new KernelDuration.Fixed(Ticks.ofMicros(1));

  // Threads that park get on however many others want the processors.
  private static final RuntimeSpec SPEC =
      RuntimeSpec.defaults().with(spec -> spec.waiting = WaitKind.PARK);

  static DispatchResult runAndCheck(RuntimeSpec spec, TaskGraph graph) {
    DispatchResult result = DispatchRun.of(spec, graph).run();
    assertThat(result.completedTasks()).isEqualTo(graph.tasks());
    assertThat(result.subtasks()).isEqualTo(graph.subtasks());
    for (int i = 0; i < graph.subtasks(); i++) {
      SubtaskTimes subtask = result.subtask(i);
      assertThat(subtask.executions()).as("executions of %d in %s", i, spec).isEqualTo(1);
      assertThat(subtask.completions()).as("completions of %d in %s", i, spec).isEqualTo(1);
      assertThat(subtask.kernelId()).isEqualTo(graph.kernelId(i));
      assertThat(subtask.dispatchNs()).isLessThanOrEqualTo(subtask.receiveNs());
      assertThat(subtask.endNs()).isLessThanOrEqualTo(subtask.finishNs());
      for (int p = 0; p < graph.producerCount(subtask.task()); p++) {
        assertProducerBefore(graph, result, graph.producer(subtask.task(), p), subtask);
      }
    }
    return result;
  }

  private static void assertProducerBefore(
      TaskGraph graph, DispatchResult result, int producer, SubtaskTimes consumer) {
    for (int i = 0; i < graph.subtaskCount(producer); i++) {
      assertThat(result.subtask(graph.firstSubtask(producer) + i).finishNs())
          .isLessThanOrEqualTo(consumer.startNs());
    }
  }

  @Test
  void everyVariantPlacementAndPathRunsEveryKindOfGraph() {
    List<GraphSource> graphs =
        List.of(
            new Independent(200, ResourceShape.AIV_X1, SHORT),
            new Chain(60, ResourceShape.AIC_AIV_X2, SHORT, 2),
            new Mixed(30, SHORT),
            new Layered(8, 10, 0.2, List.of(ResourceShape.values()), SHORT));
    for (Variant variant : Variant.values()) {
      for (Placement placement : Placement.values()) {
        for (PendingDispatch pending : PendingDispatch.values()) {
          RuntimeSpec spec =
              SPEC.with(
                  changes -> {
                    changes.variant = variant;
                    changes.placement = placement;
                    changes.pendingDispatch = pending;
                  });
          for (GraphSource graph : graphs) {
            runAndCheck(spec, graph.build(variant.ordinal()));
          }
        }
      }
    }
  }

  @Test
  void oneToThreeCoresUnderOneOrTwoSchedulersRunCubesAlone() {
    TaskGraph graph = new Independent(300, ResourceShape.AIC_ONLY, SHORT).build(1);
    for (int cores = 1; cores <= 3; cores++) {
      Chip chip = new Chip(cores, 1, 0);
      for (Variant variant : Variant.values()) {
        runAndCheck(
            SPEC.with(
                changes -> {
                  changes.chip = chip;
                  changes.schedulers = 2;
                  changes.variant = variant;
                  changes.startup = Startup.REPORT_FIRST;
                  changes.submission = Submission.PRELOADED;
                }),
            graph);
      }
    }
  }

  @Test
  void idsWrapWithoutHarm() {
    for (Variant variant : Variant.values()) {
      runAndCheck(
          SPEC.with(
              changes -> {
                changes.variant = variant;
                changes.idModulus = 4;
              }),
          new Mixed(60, SHORT).build(1));
    }
  }

  @Test
  void everyKernelAndEveryMeetingCompletes() {
    for (KernelSync sync : KernelSync.values()) {
      TaskGraph graph = new Mixed(20, SHORT, sync).build(1);
      for (KernelKind kernel : KernelKind.values()) {
        DispatchResult result = runAndCheck(SPEC.with(changes -> changes.kernel = kernel), graph);
        for (int task = 0; task < graph.tasks(); task++) {
          assertMet(graph, result, task);
        }
      }
    }
  }

  /** Where kernels wait for each other, none ends before all have started. */
  private static void assertMet(TaskGraph graph, DispatchResult result, int task) {
    long lastStart = 0;
    long firstEnd = Long.MAX_VALUE;
    for (int i = 0; i < graph.subtaskCount(task); i++) {
      SubtaskTimes subtask = result.subtask(graph.firstSubtask(task) + i);
      lastStart = Math.max(lastStart, subtask.startNs());
      firstEnd = Math.min(firstEnd, subtask.endNs());
    }
    if (graph.kernelSync(task) != KernelSync.NONE) {
      assertThat(firstEnd).as("task %d", task).isGreaterThanOrEqualTo(lastStart);
    }
  }

  @Test
  void theOrchestratorBecomesASchedulerWhileWorkIsInFlight() {
    for (Variant variant : Variant.values()) {
      DispatchResult result =
          runAndCheck(
              SPEC.with(
                  changes -> {
                    changes.chip = Chip.ofClusters(4);
                    changes.schedulers = 2;
                    changes.becomesScheduler = true;
                    changes.variant = variant;
                    changes.taskWindow = 40;
                    changes.kernel = KernelKind.YIELD;
                  }),
              new Mixed(100, new KernelDuration.Fixed(Ticks.ofMicros(50))).build(1));
      // The last tasks are submitted while at most 40 are in the window; they take a while yet.
      assertThat(result.totals().schedulers()).isEqualTo(3);
      assertThat(result.totals().coresMoved()).isPositive();
    }
  }

  @Test
  void aFullChipOfThreadsGetsItsWorkDoneOnFewProcessors() {
    TaskGraph graph = new Mixed(300, SHORT).build(1);
    for (Variant variant : Variant.values()) {
      for (WaitKind waiting : List.of(WaitKind.YIELD, WaitKind.PARK)) {
        runAndCheck(
            SPEC.with(
                changes -> {
                  changes.chip = Chip.ofClusters(24);
                  changes.schedulers = 3;
                  changes.becomesScheduler = true;
                  changes.kernel = KernelKind.NOOP;
                  changes.variant = variant;
                  changes.waiting = waiting;
                }),
            graph);
      }
    }
  }

  @Test
  void spinningThreadsGetTheirWorkDoneToo() {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(1, 1, 0);
                  changes.submission = Submission.PRELOADED;
                  changes.waiting = WaitKind.SPIN;
                });
    runAndCheck(spec, new Independent(30, ResourceShape.AIC_ONLY, SHORT).build(1));
  }

  @Test
  void aRunRunsOnce() {
    TaskGraph graph = new Independent(1, ResourceShape.AIC_ONLY, SHORT).build(1);
    DispatchRun run = DispatchRun.of(SPEC, graph);
    run.run();
    assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void recordingChangesNothingButLeavesARecord() {
    TaskGraph graph = new Mixed(20, SHORT).build(1);
    DispatchResult result =
        runAndCheck(SPEC.with(changes -> changes.recordsPerThread = 1 << 16), graph);
    assertThat(result.recording().orElseThrow().complete()).isTrue();
    assertThat(result.recording().orElseThrow().lanes())
        .extracting(Lane::name)
        .containsExactly("scheduler 0", "orchestrator", "core 0", "core 1", "core 2", "caller");
    assertThat(runAndCheck(SPEC, graph).recording()).isEmpty();
  }
}
