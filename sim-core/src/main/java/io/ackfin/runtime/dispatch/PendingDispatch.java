package io.ackfin.runtime.dispatch;

/** Which path may dispatch to a busy core. */
public enum PendingDispatch {
  /** The cluster search, which waits at the guard. */
  SPIN("spin"),
  /** The pipeline pass, which leaves out cores that it would have to wait for. */
  SKIP("skip"),
  /** Both, the search first. */
  BOTH("both");

  private final String label;

  PendingDispatch(String label) {
    this.label = label;
  }

  /** Whether the cluster search takes cores with an empty pending slot. */
  boolean spins() {
    return this != SKIP;
  }

  /** Whether there is a pipeline pass. */
  boolean skips() {
    return this != SPIN;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
