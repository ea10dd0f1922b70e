package io.ackfin.device.aicpu;

import io.ackfin.protocol.ResourceShape;

/**
 * The ready tasks that all scheduler threads share: one queue per shape. A push wakes the threads
 * that found nothing to do. Not thread-safe.
 */
public final class ReadyQueues {
  private final TaskQueue[] queues = new TaskQueue[ResourceShape.COUNT];
  private final Runnable onPush;

  /** Empty queues; {@code onPush} is called after every push. */
  public ReadyQueues(Runnable onPush) {
    this.onPush = onPush;
    for (int i = 0; i < queues.length; i++) {
      queues[i] = new TaskQueue();
    }
  }

  /** Puts a task behind the others of its shape. */
  public void push(ResourceShape shape, int task) {
    queues[shape.ordinal()].push(task);
    onPush.run();
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
