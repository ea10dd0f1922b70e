package io.ackfin.device.aicpu;

import io.ackfin.handshake.DoneMask;
import io.ackfin.workload.TaskGraph;

/**
 * How far each task is: how many producers it still waits for, which of its subtasks are complete.
 * Shared by the orchestrator and all scheduler threads. Not thread-safe.
 */
public final class TaskBoard {
  private static final int MOST_NAMED = 3;

  private final TaskGraph graph;
  private final int[] missingProducers;
  private final byte[] doneMasks;
  private final boolean[] submitted;
  private int submissions;
  private int completions;
  private long lastProgress;
  private int repeated;
  private int repeatedSubtask;

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
    repeated = 0;
  }

  /**
   * How often subtasks that were complete were completed again since the last progress, which is
   * the one thing that threads may do for ever without any.
   */
  public int repeatedCompletions() {
    return repeated;
  }

  /** The subtask that was completed again last; meaningful if any was since the last progress. */
  public int repeatedSubtask() {
    return repeatedSubtask;
  }

  /**
   * Submits a task.
   *
   * @return whether it is ready
   */
  boolean submit(int task, long tick) {
    submitted[task] = true;
    submissions++;
    progress(tick);
    return missingProducers[task] == 0;
  }

  /**
   * Marks a subtask complete.
   *
   * @return whether its task is complete by that
   */
  boolean subtaskDone(int subtask, long tick) {
    int task = graph.task(subtask);
    int before = doneMasks[task];
    int done = DoneMask.with(before, graph.subslot(subtask));
    if (done == before) {
      repeated++;
      repeatedSubtask = subtask;
      return false;
    }
    progress(tick);
    doneMasks[task] = (byte) done;
    return DoneMask.complete(done, graph.activeMask(task));
  }

  /** Marks a task complete. */
  void taskDone(long tick) {
    completions++;
    progress(tick);
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

  /**
   * Whether a task was submitted, how many producers it still waits for, and a few of them by name;
   * for people.
   */
  public String describe(int task) {
    if (!submitted[task]) {
      return "not submitted";
    }
    StringBuilder line = new StringBuilder("waits for ");
    line.append(missingProducers[task]).append(" of ").append(graph.producerCount(task));
    line.append(" producers");
    int named = 0;
    for (int i = 0; i < graph.producerCount(task) && named < MOST_NAMED; i++) {
      int producer = graph.producer(task, i);
      if (!complete(producer)) {
        line.append(named == 0 ? ": " : ", ").append(graph.name(producer));
        named++;
      }
    }
    return line.toString();
  }

  /** Whether all subtasks of a task are complete. */
  public boolean complete(int task) {
    return DoneMask.complete(doneMasks[task], graph.activeMask(task));
  }

  /** Whether a subtask is complete. */
  public boolean subtaskComplete(int subtask) {
    int done = doneMasks[graph.task(subtask)];
    return DoneMask.with(done, graph.subslot(subtask)) == done;
  }
}
