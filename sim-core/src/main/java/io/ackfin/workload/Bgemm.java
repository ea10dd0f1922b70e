package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;

/**
 * Products of tiled matrices, batch by batch: for each output tile a chain over the inner dimension
 * of a product on the cube core and an addition on a vector core. Products wait for nothing; an
 * addition waits for its product and for the addition before it.
 */
public record Bgemm(
    @Parameter(value = "how many matrix products", min = 1, max = Bgemm.MOST) int batches,
    @Parameter(value = "tiles down an output", min = 1, max = Bgemm.MOST) int rows,
    @Parameter(value = "tiles across an output", min = 1, max = Bgemm.MOST) int columns,
    @Parameter(
            value = "tiles along the inner dimension; all four multiplied are at most 10,000,000",
            min = 1,
            max = Bgemm.MOST)
        int inner,
    @Parameter(value = "how long a product takes", source = "published for a tile task of 64 by 64")
        KernelDuration gemm,
    @Parameter(
            value = "how long an addition takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration add)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 2;

  public Bgemm {
    Range.check("batches", batches, 1, MOST);
    Range.check("rows", rows, 1, MOST / batches);
    Range.check("columns", columns, 1, MOST / batches / rows);
    Range.check("inner", inner, 1, MOST / batches / rows / columns);
  }

  /** Two products of 4 by 4 tiles, 4 steps each: 128 products and 128 additions. */
  public static Bgemm defaults() {
    return new Bgemm(2, 4, 4, 4, KernelDuration.DEFAULT, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "bgemm";
  }

  @Override
  public int groups() {
    return batches * rows * columns;
  }

  @Override
  public GroupWriter writer(long seed) {
    return GemmChain.writer(seed, gemm, add);
  }

  @Override
  public void write(GroupWriter writer, int group) {
    GemmChain.write(writer, inner);
  }
}
