package io.ackfin.device.aicpu;

import io.ackfin.handshake.DoneMask;
import io.ackfin.workload.TaskGraph;

/**
 * How far each task is: how many producers it still waits for, which of its subtasks are complete.
 * Shared by the orchestrator and all scheduler threads. Not thread-safe.
 */
public final class TaskBoard {
  private final TaskGraph graph;
  private final int[] missingProducers;
  private final byte[] doneMasks;
  private final boolean[] submitted;
  private int submissions;
  private int completions;
  private long lastProgress;

  /** Nothing is submitted yet. */
  public TaskBoard(TaskGraph graph) {
    this.graph = graph;
    missingProducers = new int[graph.tasks()];
    doneMasks = new byte[graph.tasks()];
    submitted = new boolean[graph.tasks()];
    for (int task = 0; task < missingProducers.length; task++) {
      missingProducers[task] = graph.producerCount(task);
    }
  }

  /** The workload. */
  public TaskGraph graph() {
    return graph;
  }

  /** Tasks that are complete. */
  public int completions() {
    return completions;
  }

  /** Tasks that were submitted. */
  public int submissions() {
    return submissions;
  }

  /** Whether every task of the workload is complete. */
  public boolean allComplete() {
    return completions == graph.tasks();
  }

  /**
   * The last tick at which something moved: a core was started or closed, a task was submitted,
   * dispatched or completed.
   */
  public long lastProgress() {
    return lastProgress;
  }

  void progress(long tick) {
    lastProgress = tick;
  }

  /**
   * Submits a task.
   *
   * @return whether it is ready
   */
  boolean submit(int task, long tick) {
    submitted[task] = true;
    submissions++;
    lastProgress = tick;
    return missingProducers[task] == 0;
  }

  /**
   * Marks a subtask complete.
   *
   * @return whether its task is complete by that
   */
  boolean subtaskDone(int subtask, long tick) {
    int task = graph.task(subtask);
    lastProgress = tick;
    int before = doneMasks[task];
    int done = DoneMask.with(before, graph.subslot(subtask));
    doneMasks[task] = (byte) done;
    return done != before && DoneMask.complete(done, graph.activeMask(task));
  }

  /** Marks a task complete. */
  void taskDone(long tick) {
    completions++;
    lastProgress = tick;
  }

  /**
   * Tells a consumer that one of its producers is complete.
   *
   * @return whether it is ready by that
   */
  boolean producerDone(int consumer) {
    missingProducers[consumer]--;
    return missingProducers[consumer] == 0 && submitted[consumer];
  }

  /** How many producers a task still waits for, and whether it was submitted; for people. */
  public String describe(int task) {
    return submitted[task]
        ? "waits for " + missingProducers[task] + " of " + graph.producerCount(task) + " producers"
        : "not submitted";
  }
}
