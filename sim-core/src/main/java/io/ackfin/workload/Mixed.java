package io.ackfin.workload;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.Subslot;

/**
 * Every resource shape in turn: each iteration submits five tasks that wait for nothing, of the
 * masks AIC+AIV0+AIV1, AIC, AIV0, AIV0+AIV1 and AIC+AIV0. The kernel ids are those of the runtime's
 * example of that name: 0 on the cube core, 1 and 2 on the vector cores beside it, 3 and 4 on
 * vector cores alone.
 */
public record Mixed(
    @Parameter(
            value = "how often the five tasks are submitted",
            min = 1,
            max = Mixed.MOST_ITERATIONS)
        int iterations,
    @Parameter(
            value = "how long each kernel takes",
            source = "published for a tile task of 64 by 64")
        KernelDuration duration,
    @Parameter(
            "where the kernels of a task's subtasks wait for each other: none; start: each ends"
                + " only after all have started; barrier: all meet at one point inside")
        KernelSync kernelSync)
    implements GraphGenerator {
  // The kernels of one iteration, by task and subslot; -1 where the task does not use the subslot.
  private static final int[][] KERNELS = {
    {0, 1, 2}, {0, -1, -1}, {-1, 3, -1}, {-1, 3, 4}, {0, 1, -1}
  };

  private static final int MOST_ITERATIONS = MOST_TASKS / 5;

  public Mixed {
    Range.check("iterations", iterations, 1, MOST_ITERATIONS);
  }

  /** Kernels that do not wait for each other. */
  public Mixed(int iterations, KernelDuration duration) {
    this(iterations, duration, KernelSync.NONE);
  }

  /** 200 iterations, 1,000 tasks. */
  public static Mixed defaults() {
    return new Mixed(200, KernelDuration.DEFAULT);
  }

  @Override
  public String kind() {
    return "mixed";
  }

  @Override
  public TaskGraph build(long seed) {
    TaskWriter writer = new TaskWriter(duration, seed, kernelSync);
    for (int i = 0; i < iterations; i++) {
      for (int[] kernels : KERNELS) {
        addTask(writer, kernels);
      }
    }
    return writer.graph().build();
  }

  private static void addTask(TaskWriter writer, int[] kernels) {
    int mask = 0;
    for (int slot = 0; slot < Subslot.COUNT; slot++) {
      mask |= kernels[slot] < 0 ? 0 : Subslot.of(slot).bit();
    }
    int task = writer.task(mask);
    for (int slot = 0; slot < Subslot.COUNT; slot++) {
      if (kernels[slot] >= 0) {
        writer.kernel(task, Subslot.of(slot), kernels[slot]);
      }
    }
  }
}
