package io.ackfin.crosscheck.mutant;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.PendingDispatch;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.SpecChanges;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.Random;

/**
 * Plans drawn at random from a seed: variants, chips, paths, start-ups, kernels, waits, hand-overs
 * and few or many ids, and tasks of all shapes. Not thread-safe.
 */
public final class RandomPlans {
  private static final int MOST_CLUSTERS = 4;
  private static final int MOST_SCHEDULERS = 3;
  private static final int LEAST_WINDOW = 20;
  private static final int MOST_WINDOW = 120;
  private static final int LONGEST_MICROS = 20;
  private static final int RECORDS = 1 << 17;

  private final Random random;

  /** Plans of a seed. */
  public RandomPlans(long seed) {
    random = new Random(seed);
  }

  /**
   * The next plan.
   *
   * @param mostIterations of the five tasks of the mixed workload, at least 1
   */
  public RuntimePlan next(int mostIterations) {
    RuntimeSpec spec = RuntimeSpec.defaults().with(this::draw);
    Ticks longest = Ticks.ofMicros(random.nextInt(LONGEST_MICROS));
    KernelDuration duration = new KernelDuration.Uniform(Ticks.ZERO, longest);
    int iterations = 1 + random.nextInt(mostIterations);
    TaskGraph graph = new Mixed(iterations, duration).build(random.nextLong());
    return RealRun.plan("random", spec, graph);
  }

  /** A number from 0 to {@code bound} - 1, for what a caller has to draw as well. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  private void draw(SpecChanges spec) {
    spec.variant = any(Variant.values());
    spec.chip = Chip.ofClusters(1 + random.nextInt(MOST_CLUSTERS));
    spec.schedulers = 1 + random.nextInt(MOST_SCHEDULERS);
    spec.becomesScheduler = random.nextBoolean();
    spec.taskWindow = LEAST_WINDOW + random.nextInt(MOST_WINDOW - LEAST_WINDOW);
    spec.kernel = any(KernelKind.values());
    spec.pendingDispatch = any(PendingDispatch.values());
    spec.startup = any(Startup.values());
    spec.submission = any(Submission.values());
    // Threads that only spin would keep each other off few processors.
    spec.waiting = random.nextBoolean() ? WaitKind.YIELD : WaitKind.PARK;
    spec.idModulus = random.nextBoolean() ? 0 : 4;
    spec.recordsPerThread = RECORDS;
  }

  private <E> E any(E[] values) {
    return values[random.nextInt(values.length)];
  }
}
