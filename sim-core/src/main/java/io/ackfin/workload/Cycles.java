package io.ackfin.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The cycles of a graph that may have some: one for each set of tasks that all wait for one another
 * (a strongly connected component, found by Tarjan's algorithm on an explicit stack), and of those
 * a shortest one through the first task of the set. Linear in tasks and edges.
 */
final class Cycles {
  private static final int UNSEEN = -1;

  private final int[][] producers;
  // When a task was first met, and the earliest met task that it leads to and that is still open.
  private final int[] order;
  private final int[] lowest;
  // The first task of the component that a task turned out to belong to.
  private final int[] component;
  private final int[] nextEdge;
  // The task from which the search for a shortest cycle came.
  private final int[] reachedFrom;
  private final IntSequence open = new IntSequence();
  private final IntSequence path = new IntSequence();
  private final List<int[]> cycles = new ArrayList<>();
  private int seen;

  private Cycles(int[][] producers) {
    int tasks = producers.length;
    this.producers = producers;
    order = filled(tasks);
    lowest = new int[tasks];
    component = filled(tasks);
    nextEdge = new int[tasks];
    reachedFrom = filled(tasks);
  }

  /**
   * The cycles, by their first task. Each starts with its first task and goes from task to
   * producer; its first task follows its last.
   *
   * @param producers of each task; a task is not its own producer
   */
  static List<int[]> of(int[][] producers) {
    Cycles search = new Cycles(producers);
    for (int task = 0; task < producers.length; task++) {
      if (search.order[task] == UNSEEN) {
        search.explore(task);
      }
    }
    search.cycles.sort(Comparator.comparingInt(cycle -> cycle[0]));
    return search.cycles;
  }

  private void explore(int root) {
    enter(root);
    while (path.size() > 0) {
      int task = path.last();
      if (nextEdge[task] == producers[task].length) {
        path.removeLast();
        leave(task);
        continue;
      }
      int producer = producers[task][nextEdge[task]++];
      if (order[producer] == UNSEEN) {
        enter(producer);
      } else if (component[producer] == UNSEEN) {
        lowest[task] = Math.min(lowest[task], order[producer]);
      }
    }
  }

  private void enter(int task) {
    order[task] = seen;
    lowest[task] = seen++;
    open.add(task);
    path.add(task);
  }

  /** All that {@code task} leads to is explored: it may close a component. */
  private void leave(int task) {
    if (path.size() > 0) {
      lowest[path.last()] = Math.min(lowest[path.last()], lowest[task]);
    }
    if (lowest[task] != order[task]) {
      return;
    }
    int[] members = open.removeFrom(task);
    int first = Arrays.stream(members).min().orElseThrow();
    for (int member : members) {
      component[member] = first;
    }
    if (members.length > 1) {
      cycles.add(shortestCycle(first, members.length));
    }
  }

  /** Breadth first from {@code first} until it is met again, within its component. */
  private int[] shortestCycle(int first, int members) {
    int[] queue = new int[members];
    int tail = 0;
    queue[tail++] = first;
    for (int head = 0; head < tail; head++) {
      int task = queue[head];
      for (int producer : producers[task]) {
        if (producer == first) {
          return pathTo(task, first);
        }
        if (component[producer] == first && reachedFrom[producer] == UNSEEN) {
          reachedFrom[producer] = task;
          queue[tail++] = producer;
        }
      }
    }
    throw new AssertionError("a component without a cycle: " + first);
  }

  private int[] pathTo(int last, int first) {
    IntSequence backwards = new IntSequence();
    for (int task = last; task != first; task = reachedFrom[task]) {
      backwards.add(task);
    }
    int[] cycle = new int[backwards.size() + 1];
    cycle[0] = first;
    for (int i = 1; i < cycle.length; i++) {
      cycle[i] = backwards.get(backwards.size() - i);
    }
    return cycle;
  }

  private static int[] filled(int tasks) {
    int[] unseen = new int[tasks];
    Arrays.fill(unseen, UNSEEN);
    return unseen;
  }
}
