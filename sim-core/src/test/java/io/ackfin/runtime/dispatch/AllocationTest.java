package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.workload.TaskGraph;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Between start-up and exit no thread of a run allocates, whatever it comes across, so that no
 * collection of garbage ever falls into a handshake.
 */
@Tag("unit")
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  // More than a buffer that does not know the workload would hold.
  private static final int TASKS = 6_000;
  private static final int RUNS = 10;

  @ParameterizedTest
  @EnumSource(Variant.class)
  void nothingIsAllocatedBetweenStartAndExit(Variant variant) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < TASKS; i++) {
      graph.task(i % 3 == 0 ? ResourceShape.AIC_AIV_X2 : ResourceShape.AIV_X1, 0);
      if (i % 5 == 4) {
        graph.after(i - 3);
      }
    }
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.variant = variant;
                  changes.submission = Submission.PRELOADED;
                });
    // The first run also loads classes and links calls, and in any of the next ones the compiler
    // may
    // take back an optimisation, which creates the objects that it had left out. What the runtime
    // itself allocates it allocates in each.
    long least = allocated(spec, graph.build(), variant);
    for (int run = 1; run < RUNS && least > 0; run++) {
      least = Math.min(least, allocated(spec, graph.build(), variant));
    }
    assertThat(least).isZero();
  }

  private static long allocated(RuntimeSpec spec, TaskGraph graph, Variant variant) {
    SteppedRun run = SteppedRun.started(spec, graph);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    while (run.scheduler(0) != Agent.DONE) {
      run.stepCores();
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    DispatchResult result = run.assembly.result();
    assertThat(result.completedTasks()).isEqualTo(TASKS);
    if (variant == Variant.DUAL_SLOT) {
      assertThat(result.totals().guardWaits()).isPositive();
    }
    return allocated;
  }
}
