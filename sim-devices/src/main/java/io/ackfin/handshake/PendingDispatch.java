package io.ackfin.handshake;

/** Which path may put a task behind a running one. */
public enum PendingDispatch {
  /** The cluster search, which then waits for the running task's ACK. */
  SPIN("spin"),
  /** The pipeline pass, which leaves a core out until COND says ACK of the running task. */
  SKIP("skip"),
  /** Both, as the original does. */
  BOTH("both");

  private final String label;

  PendingDispatch(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
