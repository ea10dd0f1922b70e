package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.workload.GroupWriter.Stage;

/**
 * A cube task and a vector task in turn, none of which waits for anything: both kinds of core kept
 * busy side by side. The published comparison's size is the default; it publishes no duration, and
 * its tasks are four tiles of 128 by 128.
 */
public record Alternating(
    @Parameter(
            value = "how many tasks of each kind",
            source = "published: 500 + 500 (PR 259)",
            min = 1,
            max = Alternating.MOST)
        int pairs,
    @Parameter(
            value = "how long a cube task's kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration matmul,
    @Parameter(
            value = "how long a vector task's kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration add)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 2;
  private static final int MATMUL = 0;
  private static final int ADD = 1;

  public Alternating {
    Range.check("pairs", pairs, 1, MOST);
  }

  /** 500 cube and 500 vector tasks. */
  public static Alternating defaults() {
    return new Alternating(500, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "alternating";
  }

  @Override
  public int groups() {
    return pairs;
  }

  @Override
  public GroupWriter writer(long seed) {
    return new GroupWriter(seed, Stage.cube(MATMUL, matmul), Stage.vector(ADD, add));
  }

  @Override
  public void write(GroupWriter writer, int group) {
    writer.task(MATMUL);
    writer.task(ADD);
  }
}
