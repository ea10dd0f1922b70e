package io.ackfin.workload;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.function.DoubleToLongFunction;

/** Adds tasks whose kernels all draw from one distribution: what the generators have in common. */
final class TaskWriter {
  private final TaskGraph.Builder graph = TaskGraph.builder();
  private final DurationDraws draws;
  private final DoubleToLongFunction quantile;

  TaskWriter(KernelDuration duration, long seed) {
    draws = new DurationDraws(seed);
    quantile = duration.quantile();
  }

  /** The graph so far: edges are added to it directly. */
  TaskGraph.Builder graph() {
    return graph;
  }

  /** Adds a task of a shape; its kernels' ids are the positions of their subslots. */
  int task(ResourceShape shape) {
    int mask = shape.mask();
    int task = graph.task(mask);
    for (int slot = 0; slot < Subslot.COUNT; slot++) {
      if (Subslot.of(slot).in(mask)) {
        kernel(task, Subslot.of(slot), slot);
      }
    }
    return task;
  }

  /** Adds the kernel of one subslot to the task last added. */
  void kernel(int task, Subslot subslot, int kernelId) {
    graph.kernel(kernelId, draws.draw(quantile, task, subslot));
  }
}
