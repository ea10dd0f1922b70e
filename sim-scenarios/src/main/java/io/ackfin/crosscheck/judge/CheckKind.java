package io.ackfin.crosscheck.judge;

/** The checks of a recorded run, in the order of reports. */
public enum CheckKind {
  /** Every recorded poll through the model's completion rules: same case, same next state. */
  DECISIONS("decisions"),
  /** Every read gives what a register with one writer could have given while it was read. */
  REGISTERS("registers"),
  /** Some order of what the threads did is a path of the handshake's tables. */
  INCLUSION("inclusion"),
  /** The invariants of every run. */
  INVARIANTS("invariants");

  private final String label;

  CheckKind(String label) {
    this.label = label;
  }

  /** The name in reports. */
  @Override
  public String toString() {
    return label;
  }
}
