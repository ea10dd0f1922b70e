package io.ackfin.run;

/** How a simulation ended. */
public enum RunEnding {
  /** Every task is complete, every thread ended, every core out of its loop. */
  FINISHED("finished"),
  /** Nothing moved for the give-up time, or nothing was left that could move. */
  STUCK("stuck"),
  /** The limit on simulated time was reached. */
  LIMIT("limit reached"),
  /** Whoever asked for the run asked it to stop. */
  INTERRUPTED("interrupted");

  private final String label;

  RunEnding(String label) {
    this.label = label;
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
