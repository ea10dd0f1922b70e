package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;

/**
 * The published comparison's matrix product: as {@link Bgemm}, stated by how many products there
 * are and how many of them add up to one output tile. It publishes no duration, and its tasks are
 * four tiles of 128 by 128.
 */
public record BenchmarkBgemm(
    @Parameter(
            value = "how many products, and how many additions",
            source = "published: 500 gemm + 500 add (PR 259)",
            min = 1,
            max = BenchmarkBgemm.MOST)
        int tasks,
    @Parameter(
            value = "how many products add up to one output tile (grid_k); the last takes the rest",
            source = "published: 2 (PR 259)",
            min = 1,
            max = BenchmarkBgemm.MOST)
        int inner,
    @Parameter(value = "how long a product takes", source = "published for a tile task of 64 by 64")
        KernelDuration gemm,
    @Parameter(
            value = "how long an addition takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration add)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 2;

  public BenchmarkBgemm {
    Range.check("tasks", tasks, 1, MOST);
    Range.check("inner", inner, 1, MOST);
  }

  /** 500 products and 500 additions in 250 chains. */
  public static BenchmarkBgemm defaults() {
    return new BenchmarkBgemm(500, 2, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "benchmark-bgemm";
  }

  @Override
  public int groups() {
    // Not with the sum of both, which may be more than an int holds.
    return (tasks - 1) / inner + 1;
  }

  @Override
  public GroupWriter writer(long seed) {
    return GemmChain.writer(seed, gemm, add);
  }

  @Override
  public void write(GroupWriter writer, int group) {
    GemmChain.write(writer, Math.min(inner, tasks - group * inner));
  }
}
