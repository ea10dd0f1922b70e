package io.ackfin.workload;

import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.function.DoubleToLongFunction;

/** Adds tasks whose kernels all draw from one distribution: what the generators have in common. */
final class TaskWriter {
  private final TaskGraph.Builder graph = TaskGraph.builder();
  private final DurationDraws draws;
  private final DoubleToLongFunction quantile;
  private final KernelSync sync;

  TaskWriter(KernelDuration duration, long seed) {
    this(duration, seed, KernelSync.NONE);
  }

  /** Adds tasks whose kernels wait for each other in the given way. */
  TaskWriter(KernelDuration duration, long seed, KernelSync sync) {
    draws = new DurationDraws(seed);
    quantile = duration.quantile();
    this.sync = sync;
  }

  /** The graph so far: edges are added to it directly. */
  TaskGraph.Builder graph() {
    return graph;
  }

  /** Adds a task of a shape; its kernels' ids are the positions of their subslots. */
  int task(ResourceShape shape) {
    int mask = shape.mask();
    int task = task(mask);
    for (int slot = 0; slot < Subslot.COUNT; slot++) {
      if (Subslot.of(slot).in(mask)) {
        kernel(task, Subslot.of(slot), slot);
      }
    }
    return task;
  }

  /** Adds a task of a mask, whose kernels are to follow. */
  int task(int activeMask) {
    int task = graph.task(activeMask);
    if (Integer.bitCount(activeMask) > 1) {
      graph.sync(sync);
    }
    return task;
  }

  /** Adds the kernel of one subslot to the task last added. */
  void kernel(int task, Subslot subslot, int kernelId) {
    graph.kernel(kernelId, draws.draw(quantile, task, subslot));
  }
}
