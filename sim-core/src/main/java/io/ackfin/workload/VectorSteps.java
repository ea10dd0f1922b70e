package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.workload.GroupWriter.Stage;

/**
 * Five vector tasks that wait for one another, repeated: t0; t1 and t2 after t0; t3 after t1 and
 * t2; t4 after t3 and t0. Repetitions wait for nothing of one another. Structure and kernel ids are
 * those of the runtime's example of that name.
 */
public record VectorSteps(
    @Parameter(value = "how often the five tasks are submitted", min = 1, max = VectorSteps.MOST)
        int iterations,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration)
    implements GroupedGraph {
  private static final int MOST = MOST_TASKS / 5;
  private static final int ADD = 0;
  private static final int ADD_SCALAR = 1;
  private static final int MULTIPLY = 2;

  public VectorSteps {
    Range.check("iterations", iterations, 1, MOST);
  }

  /** 200 iterations, 1,000 tasks. */
  public static VectorSteps defaults() {
    return new VectorSteps(200, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "vector";
  }

  @Override
  public int groups() {
    return iterations;
  }

  @Override
  public GroupWriter writer(long seed) {
    return new GroupWriter(
        seed,
        Stage.vector(ADD, duration),
        Stage.vector(ADD_SCALAR, duration),
        Stage.vector(MULTIPLY, duration));
  }

  @Override
  public void write(GroupWriter writer, int group) {
    int first = writer.task(ADD);
    int left = writer.task(ADD_SCALAR, first);
    int right = writer.task(ADD_SCALAR, first);
    int product = writer.task(MULTIPLY, left, right);
    writer.task(ADD, product, first);
  }
}
