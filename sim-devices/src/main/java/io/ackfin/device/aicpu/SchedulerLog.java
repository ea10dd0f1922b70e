package io.ackfin.device.aicpu;

import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;

/** Told what control-CPU threads do, in the order in which they do it. Ticks are picoseconds. */
public interface SchedulerLog {
  /**
   * A thread performed a row of a program and goes on. A wait's read, a poll and a look that
   * changed nothing are not told.
   *
   * @param value the word stored; of a payload its slot; of a poll the position of its {@link
   *     CompletionCase}
   * @param seen what a load gave, as {@link io.ackfin.handshake.SchedulerProgram#after} takes it;
   *     of a payload its subtask; 0 otherwise
   */
  void accessed(int thread, int core, SchedulerOperation operation, int value, long seen);

  /** A task was submitted. */
  void submitted(int task, long tick);

  /** All producers of a task are complete, and it stands in a queue. */
  void ready(int task, long tick);

  /** A payload was built. */
  void built(int core, int slot, int subtask, long tick);

  /**
   * The store of its id to DATA_MAIN_BASE put a subtask in flight.
   *
   * @param notedAt when the dispatch was noted: payload built, guard not yet waited for
   */
  void published(int core, int id, int subtask, long notedAt, long tick);

  /** A poll applied a completion case. */
  void polled(CompletionCase by);

  /**
   * A poll completed a subtask.
   *
   * @param record what the scheduler remembers of it
   */
  void completed(int core, SubtaskRecord record, CompletionCase by, long tick);

  /** A scheduler thread believes that a core is idle. */
  void believedIdle(int core, long tick);

  /** All subtasks of a task are complete and its bookkeeping is done. */
  void taskCompleted(int task, long tick);

  /** Exit was stored in a core's DATA_MAIN_BASE. */
  void exitStored(int core, long tick);

  /** A core answered exit and its window is closed. */
  void closed(int core, long tick);

  /** A core did not answer exit in time, and its thread waits no longer. */
  void expired(int core, long tick);
}
