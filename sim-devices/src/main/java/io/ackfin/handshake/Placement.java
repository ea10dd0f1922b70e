package io.ackfin.handshake;

/** How a task with two vector subtasks is placed on a cluster. */
public enum Placement {
  /**
   * The original's way: the first by the one-vector order, the second always on the second vector
   * core.
   */
  SELECT_AIV("select-aiv"),
  /** Each on the vector core of its own subslot. */
  BY_SUBSLOT("by-subslot");

  private final String label;

  Placement(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
