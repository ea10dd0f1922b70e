package io.ackfin.device.aicpu;

import io.ackfin.protocol.ResourceShape;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ready tasks that a thread keeps for itself: one buffer of 256 for tasks of one cube core, one for
 * tasks of one vector core. They are tried before the shared queues, oldest first, and what finds
 * no core goes to the shared queues. Not thread-safe.
 */
final class LocalReadyBuffers {
  private static final int CAPACITY = 256;

  private final TaskQueue cubes = new TaskQueue();
  private final TaskQueue vectors = new TaskQueue();

  /** Keeps a task if it is of one core and there is room. */
  boolean offer(ResourceShape shape, int task) {
    if (!shape.singleCore()) {
      return false;
    }
    TaskQueue buffer = of(shape);
    if (buffer.size() == CAPACITY) {
      return false;
    }
    buffer.push(task);
    return true;
  }

  /** The tasks in both buffers, those of cube cores first. */
  int[] tasks() {
    return IntStream.concat(Arrays.stream(cubes.toArray()), Arrays.stream(vectors.toArray()))
        .toArray();
  }

  /** The buffer of a single-core shape. */
  TaskQueue of(ResourceShape shape) {
    return shape == ResourceShape.AIC_ONLY ? cubes : vectors;
  }
}
