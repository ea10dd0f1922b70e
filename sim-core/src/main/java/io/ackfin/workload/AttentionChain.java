package io.ackfin.workload;

import io.ackfin.workload.GroupWriter.Stage;

/**
 * Attention over the blocks of one key-value cache: a HUB on a vector core that prepares the
 * output, then for each block
 *
 * <pre>
 *   QK (cube) -> SF (vector) -> PV (cube) -> UP (vector)
 * </pre>
 *
 * where UP, which adds the block to the output, also waits for SF and for the UP before it, the
 * first one for HUB. Only the UPs of a chain wait for one another. The kernel ids are those of the
 * runtime's recorded example.
 */
final class AttentionChain {
  private static final int HUB = 0;
  private static final int QK = 1;
  private static final int SF = 2;
  private static final int PV = 3;
  private static final int UP = 4;

  private AttentionChain() {}

  /** All kernels on cube cores take {@code cube}, all on vector cores {@code vector}. */
  static GroupWriter writer(long seed, KernelDuration cube, KernelDuration vector) {
    return new GroupWriter(
        seed,
        Stage.vector(5, vector),
        Stage.cube(0, cube),
        Stage.vector(1, vector),
        Stage.cube(2, cube),
        Stage.vector(3, vector));
  }

  /** How many tasks take a whole, if each takes a part. */
  static int tasksFor(int whole, int part) {
    return (whole + part - 1) / part;
  }

  /** Refuses a number of blocks, or of tasks for them, that makes too many tasks. */
  static void checkTasks(int blocks, long chains, int blockTasks) {
    long tasks = chains * (1 + 4L * blockTasks);
    if (tasks > GraphGenerator.MOST_TASKS) {
      throw new IllegalArgumentException(
          "blocks: %d (expected: at most %d tasks in all, not %d)"
              .formatted(blocks, GraphGenerator.MOST_TASKS, tasks));
    }
  }

  static void write(GroupWriter writer, int blocks) {
    int output = writer.task(HUB);
    for (int block = 0; block < blocks; block++) {
      int scores = writer.task(QK);
      int softmax = writer.task(SF, scores);
      int values = writer.task(PV, softmax);
      output = writer.task(UP, softmax, values, output);
    }
  }
}
