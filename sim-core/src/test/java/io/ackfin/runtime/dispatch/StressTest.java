package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The small version of what {@code Stress} and {@code Soak} do at length. */
@Tag("stress")
@Timeout(300)
class StressTest {
  private static final int RANDOM_RUNS = 60;
  private static final int MIXED_RUNS = 50;
  private static final int HANDSHAKES = 100_000;
  private static final int CASE_RUNS = 5;

  @Test
  void runsOfEveryKindEndWell() {
    for (int seed = 0; seed < RANDOM_RUNS; seed++) {
      RandomRun run = new RandomRun(seed);
      TaskGraph graph = run.graph();
      DispatchResult result = DispatchRun.of(run.spec(), graph).run();
      assertThat(ResultCheck.problems(run.spec(), graph, result)).as("%s", run).isEmpty();
    }
  }

  @Test
  void mixedRunsOneAfterTheOtherWithoutAHang() {
    int threads = Thread.activeCount();
    TaskGraph graph = new Mixed(20, new KernelDuration.Fixed(Ticks.ofMicros(1))).build(1);
    RuntimeSpec spec = RuntimeSpec.defaults();
    for (int run = 0; run < MIXED_RUNS; run++) {
      DispatchResult result = DispatchRun.of(spec, graph).run();
      assertThat(ResultCheck.problems(spec, graph, result)).as("run %d", run).isEmpty();
    }
    assertThat(Thread.activeCount()).isEqualTo(threads);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void oneCoreShakesHandsManyTimes(Variant variant) {
    TaskGraph graph =
        new Independent(HANDSHAKES, ResourceShape.AIC_ONLY, new KernelDuration.Fixed(Ticks.ZERO))
            .build(1);
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(1, 1, 0);
                  changes.variant = variant;
                  changes.submission = Submission.PRELOADED;
                  changes.waiting = WaitKind.PARK;
                });
    DispatchResult result = DispatchRun.of(spec, graph).run();
    assertThat(ResultCheck.problems(spec, graph, result)).isEmpty();
  }

  /** Very short kernels give A and D, long ones B, and an empty window at the end C. */
  @Test
  void mixedAloneShowsAllCasesInEachOfFiveRuns() {
    KernelDuration varied =
        new KernelDuration.Empirical(
            List.of(Ticks.ZERO, Ticks.ofMicros(1), Ticks.ofMicros(5), Ticks.ofMicros(20)),
            List.of(3L, 1L, 1L, 1L));
    TaskGraph graph = new Mixed(400, varied).build(1);
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.kernel = KernelKind.YIELD;
                  changes.taskWindow = 10;
                  changes.waiting = WaitKind.PARK;
                });
    for (int run = 0; run < CASE_RUNS; run++) {
      DispatchResult result = DispatchRun.of(spec, graph).run();
      assertThat(ResultCheck.problems(spec, graph, result)).as("run %d", run).isEmpty();
      for (CompletionCase found : CompletionCase.values()) {
        if (found != CompletionCase.NONE) {
          assertThat(result.cases(found)).as("case %s of run %d", found, run).isPositive();
        }
      }
    }
  }
}
