package io.ackfin.handshake;

/** What a step of a scheduler's program means to its reader; at most one a step. */
public enum Effect {
  /** Nothing yet. */
  NONE,
  /** The core is started and polls. */
  STARTED,
  /** The dispatch is in flight: its id is taken; it runs, or waits if the book says pending. */
  DISPATCHED,
  /** The dispatch was given up before its id was taken. */
  ABORTED,
  /** COND was read and its case applied: {@link SchedulerProgram#action} says which. */
  POLLED,
  /** A task may be put behind the running one. */
  MAY_FILL,
  /** No task may be put behind the running one now. */
  MAY_NOT_FILL,
  /** The core answered exit and its window is closed. */
  CLOSED,
  /** The core did not answer exit in time; exit stays in DMB. */
  EXPIRED,
  /** The doorbell of a gated dispatch was rung; the state is no book. */
  RUNG;

  private static final Effect[] ALL = values();

  static Effect of(int position) {
    return ALL[position];
  }
}
