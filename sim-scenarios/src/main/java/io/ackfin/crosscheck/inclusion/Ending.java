package io.ackfin.crosscheck.inclusion;

/** How a recorded run ended, which decides what its last entries must be. */
public enum Ending {
  /**
   * All work was done: only idle cores were told to leave, by their owners; every core has left and
   * every owner has closed it.
   */
  FINISHED,
  /**
   * The run was stopped, by its owners or by a thread that told all cores to leave: a core may be
   * told to leave while it is busy, a wait may end without its answer, and an owner may find that a
   * core does not answer. Every owner has seen that or has closed the core.
   */
  STOPPED,
  /** The recording was cut off: whatever is in it must be possible, and anything may follow. */
  CUT_OFF
}
