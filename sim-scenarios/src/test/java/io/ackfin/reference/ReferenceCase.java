package io.ackfin.reference;

import java.util.Random;

/**
 * What the judge is asked: the size of the run and what everything costs, in picoseconds.
 *
 * @param cores C, AIC cores
 * @param tasks N, independent single-core tasks, all ready at tick 0
 * @param duration D, of every kernel
 * @param schedulers S, threads; cores are dealt contiguously, the first C mod S threads get one
 *     more
 * @param load one load of COND, at least 1; its value is sampled at half of it, rounded down
 * @param storeIssue how long a store to DMB occupies the thread
 * @param storeVisible from the end of the issue until the core can read it
 * @param condVisible from a core's write of COND until a load can sample it
 * @param poll period of a polling core's reads of DMB, at least 1
 * @param pickup from the read that found a new id to the start of the kernel, when ACK is written
 * @param dispatch of the thread, a task, before the guard
 * @param completion of the thread, a completed task
 */
public record ReferenceCase(
    int cores,
    int tasks,
    long duration,
    int schedulers,
    long load,
    long storeIssue,
    long storeVisible,
    long condVisible,
    long poll,
    long pickup,
    long dispatch,
    long completion) {
  private static final int MOST_CORES = 12;
  private static final int MOST_TASKS = 400;

  // Times are small multiples of a grain, so that ties are common with a coarse one.
  private static final long[] GRAINS = {1, 7, 100, 9_700, 50_000, 100_000};
  // A load, and a core's poll, is not much shorter than anything that is waited for by polling:
  // the judge, and a simulator that polls naively, step through every one.
  private static final int MOST_GRAINS = 300;

  public ReferenceCase {
    if (cores < 1 || tasks < 0 || schedulers < 1 || schedulers > cores) {
      throw new IllegalArgumentException(
          "cores, tasks, schedulers: %d, %d, %d (expected: >= 1, >= 0, 1 to cores)"
              .formatted(cores, tasks, schedulers));
    }
    if (load < 1 || poll < 1) {
      throw new IllegalArgumentException(
          "load, poll: " + load + ", " + poll + " (expected: >= 1, or time would stand still)");
    }
    long least = Math.min(Math.min(duration, storeIssue), Math.min(storeVisible, condVisible));
    if (Math.min(least, Math.min(Math.min(pickup, dispatch), completion)) < 0) {
      throw new IllegalArgumentException("a time: negative (expected: >= 0)");
    }
  }

  /** A case with the default costs. */
  public static ReferenceCase of(int cores, int tasks, long duration, int schedulers) {
    return new ReferenceCase(
        cores,
        tasks,
        duration,
        schedulers,
        100_000,
        5_000,
        140_000,
        120_000,
        9_700,
        349_000,
        1_400_000,
        1_000_000);
  }

  /**
   * A case drawn from a seed: 1 to 12 cores, up to 400 tasks, costs from none to much longer than
   * the kernel; about half of the cases are rich in ties.
   */
  public static ReferenceCase random(long seed) {
    Random random = new Random(seed);
    // Neighbouring seeds begin alike.
    random.nextLong();
    int cores = 1 + random.nextInt(MOST_CORES);
    int schedulers = 1 + random.nextInt(cores);
    int tasks = random.nextInt(MOST_TASKS + 1);
    long grain = GRAINS[random.nextInt(GRAINS.length)];
    return new ReferenceCase(
        cores,
        tasks,
        time(random, grain, MOST_GRAINS),
        schedulers,
        grain + time(random, grain, 20),
        time(random, grain, 5),
        time(random, grain, 30),
        time(random, grain, 30),
        grain + time(random, grain, 10),
        time(random, grain, 60),
        time(random, grain, 100),
        time(random, grain, 100));
  }

  /** Nothing, a few grains or many, and sometimes a picosecond beside the grain. */
  private static long time(Random random, long grain, int most) {
    int bound = random.nextBoolean() ? most : Math.min(most, 4);
    long grains = random.nextInt(bound + 1);
    return grains * grain + (random.nextInt(8) == 0 ? 1 : 0);
  }
}
