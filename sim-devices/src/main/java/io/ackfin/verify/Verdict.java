package io.ackfin.verify;

/** What an exploration says of a system. */
public enum Verdict {
  /** Whatever the order of steps, every invariant holds. */
  HOLDS("holds"),
  /** Some order breaks an invariant. */
  VIOLATED("violated"),
  /** Nothing is known to break, and not everything was looked at. */
  UNFINISHED("unfinished");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** The name in files and reports. */
  @Override
  public String toString() {
    return label;
  }
}
