package io.ackfin.runtime.record;

/**
 * What a record tells. Where detail, value or extra is not mentioned it is 0. A subtask, an id or a
 * thread that is absent is -1.
 */
public enum RecordKind {
  /** A register was read. Detail: the register's position, value: what was read. */
  LOAD,
  /** A register was written. Detail: the register's position, value: what was written. */
  STORE,
  /**
   * COND was read and judged. Detail: position of the completion case, value: COND, extra: the
   * running id in the upper half and the pending id in the lower, both before the case was applied.
   */
  POLL,
  /** More loads or polls like the record before it of this core. Value: how many. */
  REPEAT,
  /**
   * A subtask is about to be dispatched. Detail: 1 if a pipeline pass chose the core, else 0;
   * value: the subtask, extra: the running and the pending id as in {@link #POLL}.
   */
  DISPATCH,
  /** The wait of a dispatch was given up and nothing was published. Value: the subtask. */
  ABORTED,
  /** A payload was built. Detail: the slot, value: the subtask, extra: the checksum. */
  SLOT_WRITE,
  /** A payload was read. Detail: the slot, value: the subtask in it, extra: the checksum. */
  SLOT_READ,
  /** A kernel starts. Detail: the slot, value: the subtask in it, extra: the dispatch id. */
  KERNEL_START,
  /** A kernel ended, its output is visible. As {@link #KERNEL_START}. */
  KERNEL_END,
  /** The core left FIN out. Value: the dispatch id. */
  FIN_SKIPPED,
  /** A subtask is complete. Detail: position of the case, value: the subtask, extra: its id. */
  COMPLETE,
  /** A task is complete: its last subtask was. Core: that subtask's. Value: the task. */
  TASK_COMPLETE,
  /** This thread gives the core away. Value: the scheduler that owned it. */
  GIVE,
  /** This thread owns the core from here on. Value: the scheduler that owns it. */
  TAKE,
  /**
   * What was known of the subtask that the COMPLETE before it is about. Detail: its subslot's bit,
   * value: its kernel id, extra: when it was dispatched, in nanoseconds since the run's epoch.
   */
  CARRIED,
  /**
   * This thread was the first to abort the run; its exits to every core follow. Detail: position of
   * the {@link StopCause}; the core means nothing.
   */
  STOPPED;

  private static final RecordKind[] ALL = values();

  /** The kind with the given position, without copying an array. */
  public static RecordKind of(int position) {
    return ALL[position];
  }
}
