package io.ackfin.handshake;

/** A rule that the original lacks and that can be switched on. */
public enum Addition {
  /** The wait of a dispatch for the running task's ACK also ends on stop and on failure. */
  GUARD_ABORT("guard-abort");

  private final String label;

  Addition(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
