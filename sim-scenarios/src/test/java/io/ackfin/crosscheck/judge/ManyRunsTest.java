package io.ackfin.crosscheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.mutant.RandomPlans;
import io.ackfin.crosscheck.mutant.RealRun;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.kernel.KernelCall;
import io.ackfin.runtime.kernel.KernelKind;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A false alarm is the worst that a check can give: many runs of many kinds give none. */
@Tag("stress")
@Timeout(300)
class ManyRunsTest {
  private static final int RUNS = 300;
  private static final int ITERATIONS = 60;

  /** What happens within the bad subtask. */
  private enum Mishap {
    KERNEL_THROWS,
    CALLER_INTERRUPTED,
    SCHEDULER_INTERRUPTED,
    CORE_INTERRUPTED
  }

  @Test
  void cleanRunsOfAllKindsAgree() {
    for (int seed = 0; seed < RUNS; seed++) {
      RuntimePlan plan = new RandomPlans(seed).next(ITERATIONS);
      RecordedRun run = RealRun.record(plan, DispatchRun.of(plan.spec(), plan.graph()));
      assertThat(run.finished()).as("seed %d: %s", seed, run.why()).isTrue();
      assertAgrees("seed " + seed, run);
    }
  }

  @Test
  void runsThatSomethingFromOutsideStopsAgree() {
    Map<Mishap, Integer> stopped = new EnumMap<>(Mishap.class);
    for (int seed = 0; seed < RUNS; seed++) {
      RandomPlans random = new RandomPlans(seed);
      RuntimePlan plan = random.next(ITERATIONS);
      Mishap mishap = Mishap.values()[random.below(Mishap.values().length)];
      int bad = random.below(plan.graph().subtasks());
      Thread caller = Thread.currentThread();
      KernelKind kernel = plan.spec().kernel();
      DispatchRun bound =
          DispatchRun.withKernels(
              plan.spec(), plan.graph(), () -> new BadKernel(kernel.create(), bad, mishap, caller));
      RecordedRun run = RealRun.record(plan, bound);
      // The caller's interrupt stays set.
      Thread.interrupted();
      stopped.merge(mishap, run.finished() ? 0 : 1, Integer::sum);
      assertAgrees("seed " + seed, run);
    }
    assertThat(stopped).hasSize(Mishap.values().length);
    assertThat(stopped.values()).allMatch(runs -> runs > 0);
  }

  private static void assertAgrees(String seed, RecordedRun run) {
    Judgement judgement = Judge.judge(run);
    for (CheckResult check : judgement.checks()) {
      assertThat(check.first())
          .as("%s, %s of %s", seed, check.check(), run.plan().spec())
          .isEmpty();
    }
  }

  private static final class BadKernel implements Kernel {
    private final Kernel real;
    private final int bad;
    private final Mishap mishap;
    private final Thread caller;
    private int current;

    BadKernel(Kernel real, int bad, Mishap mishap, Thread caller) {
      this.real = real;
      this.bad = bad;
      this.mishap = mishap;
      this.caller = caller;
    }

    @Override
    public void start(KernelCall call) {
      current = call.subtask();
      real.start(call);
    }

    @Override
    public boolean advance() {
      if (current == bad) {
        switch (mishap) {
          case KERNEL_THROWS -> throw new IllegalStateException("bad kernel");
          case CALLER_INTERRUPTED -> caller.interrupt();
          case SCHEDULER_INTERRUPTED -> interrupt("ackfin scheduler 0");
          case CORE_INTERRUPTED -> interrupt("ackfin core 1");
        }
      }
      return real.advance();
    }

    private static void interrupt(String name) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals(name)) {
          thread.interrupt();
        }
      }
    }
  }
}
