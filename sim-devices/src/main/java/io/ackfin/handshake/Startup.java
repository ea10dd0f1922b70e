package io.ackfin.handshake;

/** How cores and control CPU find each other before the first dispatch. */
public enum Startup {
  /**
   * The core waits to be called, reports, waits for its register window, and says that it is done.
   */
  HANDSHAKE("handshake"),
  /** The core reports unasked; opening its window with DMB idle is the answer. */
  REPORT_FIRST("report-first"),
  /** No start-up: at tick 0 every core polls and every thread schedules. */
  NONE("none");

  private final String label;

  Startup(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
