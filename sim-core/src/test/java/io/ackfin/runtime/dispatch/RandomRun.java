package io.ackfin.runtime.dispatch;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.Chain;
import io.ackfin.workload.GraphSource;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A workload and a way to run it, both drawn from a seed: any chip, variant, placement, path, way
 * to wait and kind of graph that fit together. Equal seeds give equal runs, as far as threads do.
 */
public final class RandomRun {
  private static final int MOST_CLUSTERS = 24;
  private static final int MOST_TASKS = 400;
  private static final int MOST_SPINNING_THREADS = 2;
  private static final int RECORDS = 1 << 14;
  // Far beyond what a run takes on a busy host: who waits so long waits for ever.
  private static final long LIMIT_NS = 60_000_000_000L;
  private static final long EXIT_LIMIT_NS = 20_000_000_000L;

  private final long seed;
  private final Random random;
  private final RuntimeSpec spec;
  private final GraphSource source;

  /** The run of a seed. */
  public RandomRun(long seed) {
    this.seed = seed;
    random = new Random(seed);
    spec = drawSpec();
    source = drawSource();
  }

  /** How it is run. */
  public RuntimeSpec spec() {
    return spec;
  }

  /** What is run. */
  public TaskGraph graph() {
    return source.build(seed);
  }

  /** For people who want to see it again. */
  @Override
  public String toString() {
    return "seed " + seed + ": " + source + " on " + spec;
  }

  private RuntimeSpec drawSpec() {
    int cubes = below(4) == 0 ? 0 : 1;
    int vectors = cubes == 0 ? 1 + below(2) : below(3);
    int clusters = below(3) == 0 ? 1 + below(MOST_CLUSTERS) : 1 + below(3);
    RuntimeSpec drawn =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(clusters, cubes, vectors);
                  changes.schedulers = 1 + below(4);
                  changes.becomesScheduler = random.nextBoolean();
                  changes.variant = any(Variant.values());
                  changes.placement = any(Placement.values());
                  changes.pendingDispatch = any(PendingDispatch.values());
                  changes.idModulus = any(new Integer[] {0, 4, 6, 100});
                  changes.startup = any(Startup.values());
                  changes.submission = any(Submission.values());
                  changes.taskWindow = any(new Integer[] {1, 7, 300, 16_384});
                  changes.kernel = any(KernelKind.values());
                  changes.recordsPerThread = below(4) == 0 ? RECORDS : 0;
                  changes.timeLimitNs = LIMIT_NS;
                  changes.exitLimitNs = EXIT_LIMIT_NS;
                });
    WaitKind[] kinds = {WaitKind.PARK, WaitKind.YIELD, WaitKind.SPIN};
    boolean maySpin = drawn.waitingThreads() <= MOST_SPINNING_THREADS;
    WaitKind waiting = any(Arrays.copyOf(kinds, maySpin ? 3 : 2));
    return drawn.with(changes -> changes.waiting = waiting);
  }

  private GraphSource drawSource() {
    Chip chip = spec.chip();
    List<ResourceShape> shapes =
        Arrays.stream(ResourceShape.values())
            .filter(shape -> shape.cubes() <= chip.cubes() && shape.vectors() <= chip.vectors())
            .toList();
    ResourceShape shape = shapes.get(below(shapes.size()));
    int tasks = 1 + below(MOST_TASKS);
    boolean whole = shapes.size() == ResourceShape.values().length;
    return switch (below(whole ? 4 : 3)) {
      case 0 -> new Independent(tasks, shape, duration());
      case 1 -> new Chain(tasks, shape, duration(), 1 + below(Math.min(tasks, 8)));
      case 2 ->
          new Layered(
              1 + below(20), 1 + below(20), random.nextDouble(), shapes, duration(), sync());
      default -> new Mixed(1 + below(MOST_TASKS / 5), duration(), sync());
    };
  }

  /** Kernels meet only where no two of a task go to one core: they would wait for ever there. */
  private KernelSync sync() {
    Chip chip = spec.chip();
    boolean apart = spec.placement() == Placement.BY_SUBSLOT || chip.vectors() < 2;
    // A cluster with one core, or with a cube alone, has no task of two subtasks.
    boolean pairs = chip.vectors() > 0 && chip.coresPerCluster() > 1;
    return apart && pairs ? any(KernelSync.values()) : KernelSync.NONE;
  }

  private KernelDuration duration() {
    return switch (below(3)) {
      case 0 -> new KernelDuration.Fixed(Ticks.ofMicros(below(5)));
      case 1 -> new KernelDuration.Uniform(Ticks.ZERO, Ticks.ofMicros(1 + below(20)));
      default ->
          new KernelDuration.Empirical(
              List.of(Ticks.ZERO, Ticks.ofMicros(1), Ticks.ofMicros(30)), List.of(4L, 2L, 1L));
    };
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T any(T[] values) {
    return values[below(values.length)];
  }
}
