package io.ackfin.run.replay;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * What has happened on the chip so far, as far as rules and words ask for it. The n-th dispatch of
 * a core is its ordinal n, from 1; 0 is none. Not thread-safe.
 */
final class Chronicle implements HandshakeListener {
  private static final int NO_KERNEL = -1;

  private final TaskGraph graph;
  private final int[] dispatched;
  private final int[][] ordinals;
  private final int[] ordinalInDmb;
  private final boolean[] condWritten;
  private final int[] kernels;
  private final boolean[] met;
  private final boolean[] closed;
  private final boolean[] subtasksComplete;
  private final boolean[] tasksComplete;
  private int completions;

  Chronicle(TaskGraph graph, int cores) {
    this.graph = graph;
    dispatched = new int[cores];
    ordinals = new int[cores][graph.subtasks()];
    ordinalInDmb = new int[cores];
    condWritten = new boolean[cores];
    kernels = new int[cores];
    Arrays.fill(kernels, NO_KERNEL);
    met = new boolean[graph.subtasks()];
    closed = new boolean[cores];
    subtasksComplete = new boolean[graph.subtasks()];
    tasksComplete = new boolean[graph.tasks()];
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    switch (event) {
      case BUILT -> ordinals[core][item] = dispatched[core] + 1;
      case PUBLISHED -> dispatched[core]++;
      case ID_VISIBLE -> ordinalInDmb[core] = ordinals[core][item];
      case KERNEL_STARTED -> kernels[core] = item;
      case KERNEL_ENDED -> kernels[core] = NO_KERNEL;
      case COMPLETED -> complete(item);
      case TASK_COMPLETED -> tasksComplete[item] = true;
      case CLOSED, EXPIRED -> closed[core] = true;
      default -> {
        // Nobody asks.
      }
    }
  }

  /** A store to DATA_MAIN_BASE that is no dispatch has arrived. */
  void noDispatchInDmb(int core) {
    ordinalInDmb[core] = 0;
  }

  /** A core has written its COND. */
  void writesCond(int core) {
    condWritten[core] = true;
  }

  /** Whether a core's COND holds a word of the core. */
  boolean isCondWritten(int core) {
    return condWritten[core];
  }

  /** The ordinal that a core was given last. */
  int dispatched(int core) {
    return dispatched[core];
  }

  /** The ordinal that a subtask's payload was built for; 0 for no subtask. */
  int ordinal(int core, int subtask) {
    return subtask < 0 ? 0 : ordinals[core][subtask];
  }

  /** The ordinal whose id stands in a core's DATA_MAIN_BASE. */
  int ordinalInDmb(int core) {
    return ordinalInDmb[core];
  }

  /** A core's kernel has come to the point at which it waits for its siblings. */
  void meet(int core) {
    if (kernels[core] != NO_KERNEL) {
      met[kernels[core]] = true;
    }
  }

  /** Whether a core's kernel has come to the point at which it waits for its siblings. */
  boolean hasMet(int core) {
    return kernels[core] != NO_KERNEL && met[kernels[core]];
  }

  /** Whether a core runs a kernel of a task with several subtasks. */
  boolean hasSiblings(int core) {
    return kernels[core] != NO_KERNEL && graph.subtaskCount(graph.task(kernels[core])) > 1;
  }

  /** Whether the kernels of all subtasks of the task that a core runs have met. */
  boolean allMet(int core) {
    int task = graph.task(kernels[core]);
    int first = graph.firstSubtask(task);
    for (int subtask = first; subtask < first + graph.subtaskCount(task); subtask++) {
      if (!met[subtask]) {
        return false;
      }
    }
    return true;
  }

  /** Whether a core's scheduler has done with it. */
  boolean isClosed(int core) {
    return closed[core];
  }

  /** Whether a task, counted from 1, is complete. */
  boolean isComplete(int task) {
    return tasksComplete[task - 1];
  }

  /** Whether all tasks are complete. */
  boolean allComplete() {
    for (boolean complete : tasksComplete) {
      if (!complete) {
        return false;
      }
    }
    return true;
  }

  /** How many subtasks were completed, each counted once. */
  int completions() {
    return completions;
  }

  /** A protocol that errs may complete a subtask twice. */
  private void complete(int subtask) {
    completions += subtasksComplete[subtask] ? 0 : 1;
    subtasksComplete[subtask] = true;
  }
}
