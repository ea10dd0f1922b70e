package io.ackfin.device.aicpu;

import io.ackfin.protocol.ResourceShape;

/**
 * The ready tasks that all scheduler threads share: one queue per shape. A push to an empty one
 * wakes the threads that found nothing to do; to others it makes no difference, since whether there
 * is room for the oldest task hangs on its shape alone. Not thread-safe.
 */
public final class ReadyQueues {
  private final TaskQueue[] queues = new TaskQueue[ResourceShape.COUNT];
  private final Runnable onPush;

  /** Empty queues; {@code onPush} is called when one of them is no longer empty. */
  public ReadyQueues(Runnable onPush) {
    this.onPush = onPush;
    for (int i = 0; i < queues.length; i++) {
      queues[i] = new TaskQueue();
    }
  }

  /** Puts a task behind the others of its shape. */
  public void push(ResourceShape shape, int task) {
    TaskQueue queue = queues[shape.ordinal()];
    boolean first = queue.isEmpty();
    queue.push(task);
    if (first) {
      onPush.run();
    }
  }

  /** The tasks that wait in the queue of a shape, the oldest first. */
  public int[] tasks(ResourceShape shape) {
    return of(shape).toArray();
  }

  /** How many tasks wait in all queues. */
  public int size() {
    int sum = 0;
    for (TaskQueue queue : queues) {
      sum += queue.size();
    }
    return sum;
  }

  TaskQueue of(ResourceShape shape) {
    return queues[shape.ordinal()];
  }
}
