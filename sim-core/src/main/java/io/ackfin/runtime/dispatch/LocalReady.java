package io.ackfin.runtime.dispatch;

import io.ackfin.workload.TaskGraph;

/**
 * The tasks that one scheduler made ready and will try first: a buffer for tasks with a cube part
 * and one for the others, 256 each. What does not fit goes to the shared queues. One thread.
 */
final class LocalReady {
  /** How many tasks each buffer holds. */
  static final int CAPACITY = 256;

  private final TaskBoard board;
  private final int[][] tasks = new int[2][CAPACITY];
  private final int[] sizes = new int[2];

  LocalReady(TaskBoard board) {
    this.board = board;
  }

  void add(int task) {
    TaskGraph graph = board.graph();
    int buffer = graph.shape(task).cubes() == 1 ? 0 : 1;
    if (sizes[buffer] == CAPACITY) {
      board.queue(task);
    } else {
      tasks[buffer][sizes[buffer]++] = task;
    }
  }

  int size(int buffer) {
    return sizes[buffer];
  }

  /** In the order in which they became ready. */
  int get(int buffer, int position) {
    return tasks[buffer][position];
  }

  void clear(int buffer) {
    sizes[buffer] = 0;
  }

  /** Gives everything to the shared queues. */
  void requeue() {
    for (int buffer = 0; buffer < sizes.length; buffer++) {
      for (int i = 0; i < sizes[buffer]; i++) {
        board.queue(tasks[buffer][i]);
      }
      sizes[buffer] = 0;
    }
  }
}
