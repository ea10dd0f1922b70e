package io.ackfin.workload;

/**
 * The neighbours of every task on one side, in compressed rows: those of task t are {@code
 * neighbours[starts[t]]} up to, not including, {@code neighbours[starts[t + 1]]}.
 */
final class Edges {
  private final int[] starts;
  private final int[] neighbours;

  /** Keeps both arrays: the caller gives them up. */
  Edges(int[] starts, int[] neighbours) {
    this.starts = starts;
    this.neighbours = neighbours;
  }

  /** How many edges there are in all. */
  int size() {
    return neighbours.length;
  }

  /** How many neighbours a task has. */
  int count(int task) {
    return starts[task + 1] - starts[task];
  }

  /** A task's neighbour by its position, 0 to {@code count(task) - 1}. */
  int get(int task, int position) {
    int index = starts[task] + position;
    if (position < 0 || index >= starts[task + 1]) {
      throw new IndexOutOfBoundsException(
          "position: " + position + " (expected: 0 to " + (count(task) - 1) + ")");
    }
    return neighbours[index];
  }

  /** The same edges seen from the other side; the neighbours of each task come in rising order. */
  Edges reversed() {
    int tasks = starts.length - 1;
    int[] reversedStarts = new int[tasks + 1];
    for (int neighbour : neighbours) {
      reversedStarts[neighbour + 1]++;
    }
    for (int task = 0; task < tasks; task++) {
      reversedStarts[task + 1] += reversedStarts[task];
    }
    int[] next = reversedStarts.clone();
    int[] reversedNeighbours = new int[neighbours.length];
    for (int task = 0; task < tasks; task++) {
      for (int i = starts[task]; i < starts[task + 1]; i++) {
        reversedNeighbours[next[neighbours[i]]++] = task;
      }
    }
    return new Edges(reversedStarts, reversedNeighbours);
  }
}
