package io.ackfin.handshake;

/**
 * A mistake that an implementer could make, built into the tables on purpose, to see that it is
 * found. The two about case D change nothing in {@link Variant#SINGLE_SLOT}, where no dispatch is
 * ever pending, and {@link #NARROW_RESERVED_IDS} shows only where the full counter wraps around.
 */
public enum Fault {
  /**
   * FIN of the running dispatch with another pending is taken for case C: the core counts as idle
   * and the pending subtask is forgotten.
   */
  CASE_D_AS_C("case-d-as-c"),
  /**
   * FIN of the running dispatch with another pending completes the first but does not promote the
   * second, so that what is complete still counts as running and is completed again.
   */
  CASE_D_NO_PROMOTE("case-d-no-promote"),
  /**
   * The counter skips only the values that a COND word or an idle DMB may hold, and one day
   * dispatches exit, which makes the core leave with the task undone.
   */
  NARROW_RESERVED_IDS("narrow-reserved-ids"),
  /**
   * FIN of the only dispatch completes it but leaves the core busy, so that the next read of COND
   * completes it again.
   */
  COMPLETE_TWICE("complete-twice"),
  /**
   * The owner of a core leaves without writing exit and calls it closed, so that the core polls for
   * ever unless another thread writes exit.
   */
  LEAVE_WITHOUT_EXIT("leave-without-exit"),
  /**
   * The core says that a task is complete before the kernel's output is sure to be visible, so that
   * a consumer may read what was there before.
   */
  OUTPUT_UNPUBLISHED("output-unpublished");

  private final String label;

  Fault(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
