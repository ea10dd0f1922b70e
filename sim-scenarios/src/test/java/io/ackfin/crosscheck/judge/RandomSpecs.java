package io.ackfin.crosscheck.judge;

import io.ackfin.core.time.Ticks;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.PendingDispatch;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.Random;

/** Ways to run something, drawn at random from a seed. */
final class RandomSpecs {
  private final Random random;

  RandomSpecs(long seed) {
    random = new Random(seed);
  }

  private <E> E any(E[] values) {
    return values[random.nextInt(values.length)];
  }

  RuntimeSpec spec() {
    return RealRuns.spec(
        changes -> {
          changes.variant = any(Variant.values());
          changes.chip = Chip.ofClusters(1 + random.nextInt(4));
          changes.schedulers = 1 + random.nextInt(3);
          changes.becomesScheduler = random.nextBoolean();
          changes.taskWindow = 20 + random.nextInt(100);
          changes.kernel = any(KernelKind.values());
          changes.pendingDispatch = any(PendingDispatch.values());
          changes.startup = any(Startup.values());
          changes.submission = any(Submission.values());
          changes.waiting = random.nextBoolean() ? WaitKind.YIELD : WaitKind.PARK;
          changes.idModulus = random.nextBoolean() ? 0 : 4;
        });
  }

  TaskGraph graph(int mostIterations) {
    Ticks longest = Ticks.ofMicros(random.nextInt(20));
    int iterations = 1 + random.nextInt(mostIterations);
    return new Mixed(iterations, new KernelDuration.Uniform(Ticks.ZERO, longest))
        .build(random.nextLong());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }
}
