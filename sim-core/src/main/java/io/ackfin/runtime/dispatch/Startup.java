package io.ackfin.runtime.dispatch;

/** How a scheduler and a core find each other. */
public enum Startup {
  /** The core waits for the scheduler's word before it reports. */
  HANDSHAKE("handshake"),
  /** The core reports at once, and the opened window is the answer. */
  REPORT_FIRST("report-first");

  private final String label;

  Startup(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
