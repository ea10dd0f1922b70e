package io.ackfin.workload;

import io.ackfin.workload.GroupWriter.Stage;

/**
 * One output tile of a tiled matrix product: for each step of the inner dimension a product on the
 * cube core, which waits for nothing, and an addition on a vector core, which waits for that
 * product and for the addition before it. Submitted product, addition, product, addition.
 */
final class GemmChain {
  private static final int GEMM = 0;
  private static final int ADD = 1;

  private GemmChain() {}

  static GroupWriter writer(long seed, KernelDuration gemm, KernelDuration add) {
    return new GroupWriter(seed, Stage.cube(GEMM, gemm), Stage.vector(ADD, add));
  }

  static void write(GroupWriter writer, int steps) {
    int sum = GroupWriter.NONE;
    for (int step = 0; step < steps; step++) {
      int product = writer.task(GEMM);
      sum = writer.task(ADD, sum, product);
    }
  }
}
