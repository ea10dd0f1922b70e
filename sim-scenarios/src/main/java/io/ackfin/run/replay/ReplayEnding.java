package io.ackfin.run.replay;

/** Where a replay ended. */
public enum ReplayEnding {
  /** Every task is complete, every thread has ended, every core has left its loop. */
  FINISHED("finished"),
  /** The run was stopped early, and every thread has ended, every core has left its loop. */
  STOPPED("stopped early"),
  /** The run has not ended, and never will. */
  STUCK("stuck"),
  /** The way is over, and the run is not. */
  MIDWAY("midway");

  private final String label;

  ReplayEnding(String label) {
    this.label = label;
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
