package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.record.Recording;
import java.util.Arrays;
import java.util.Optional;

/** What a run of the runtime gave, also a failed one. Immutable; any thread. */
public final class DispatchResult {
  private final SubtaskTimes[] subtasks;
  private final RunTotals totals;
  private final Recording recording;

  DispatchResult(SubtaskTimes[] subtasks, RunTotals totals, Recording recording) {
    this.subtasks = subtasks.clone();
    this.totals = totals;
    this.recording = recording;
  }

  /** How many subtasks the workload has. */
  public int subtasks() {
    return subtasks.length;
  }

  /** What happened to a subtask. */
  public SubtaskTimes subtask(int subtask) {
    return subtasks[subtask];
  }

  /** How many tasks were completed: those all of whose subtasks were. */
  public int completedTasks() {
    boolean[] incomplete = new boolean[totals.tasks()];
    for (SubtaskTimes subtask : subtasks) {
      incomplete[subtask.task()] |= subtask.completions() == 0;
    }
    int completed = 0;
    for (boolean missing : incomplete) {
      completed += missing ? 0 : 1;
    }
    return completed;
  }

  /** Counts and times of the whole run. */
  public RunTotals totals() {
    return totals;
  }

  /** How often a case was found. */
  public long cases(CompletionCase found) {
    return totals.cases().get(found);
  }

  /**
   * From the first submission to the last completion, in nanoseconds; tasks that were there before
   * the run count as submitted when the schedulers had started all cores. 0 if nothing completed.
   */
  public long makespanNs() {
    long last = Arrays.stream(subtasks).mapToLong(SubtaskTimes::finishNs).max().orElse(0);
    return Math.max(0, last - totals.firstSubmissionNs());
  }

  /** The record of the run, if it was recorded. */
  public Optional<Recording> recording() {
    return Optional.ofNullable(recording);
  }
}
