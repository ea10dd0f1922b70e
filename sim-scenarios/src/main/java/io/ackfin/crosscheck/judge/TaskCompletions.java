package io.ackfin.crosscheck.judge;

import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Whether a task is said to be complete when, and only when, the last of its subtasks was. Not
 * thread-safe.
 */
final class TaskCompletions {
  private final RunView view;
  private final TaskGraph graph;
  private final Differences differences;
  private final int[] doneMasks;
  // By lane: the task that the subtask just completed has completed, or NONE.
  private final int[] due;

  TaskCompletions(RunView view, Differences differences) {
    this.view = view;
    this.differences = differences;
    graph = view.plan().graph();
    doneMasks = new int[graph.tasks()];
    due = new int[view.lanes()];
    Arrays.fill(due, RunView.NONE);
  }

  /** Any record of any lane. */
  void on(int lane, int record) {
    Lane of = view.lane(lane);
    RecordKind kind = of.kind(record);
    if (kind == RecordKind.CARRIED) {
      return;
    }
    int expected = due[lane];
    due[lane] = RunView.NONE;
    if (kind == RecordKind.TASK_COMPLETE) {
      if (of.value(record) != expected) {
        differences.add(
            "%s: task %s is said to be complete (expected: %s)",
            view.place(lane, record), graph.name(of.value(record)), name(expected));
      }
    } else if (expected != RunView.NONE) {
      differences.add(
          "%s: nothing is said to be complete before it (expected: %s)",
          view.place(lane, record), name(expected));
    }
    if (kind == RecordKind.COMPLETE) {
      onComplete(lane, of.value(record));
    }
  }

  private void onComplete(int lane, int subtask) {
    int task = graph.task(subtask);
    int before = doneMasks[task];
    doneMasks[task] |= graph.subslot(subtask).bit();
    boolean last = doneMasks[task] == graph.activeMask(task);
    due[lane] = last && before != doneMasks[task] ? task : RunView.NONE;
  }

  private String name(int task) {
    return task == RunView.NONE ? "none" : "task " + graph.name(task);
  }
}
