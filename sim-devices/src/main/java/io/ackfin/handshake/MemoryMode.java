package io.ackfin.handshake;

/**
 * In which order the stores of a scheduler thread become visible to a core. A core's own stores are
 * visible at once in all of them.
 */
public enum MemoryMode {
  /** A store is visible as soon as it is issued. */
  IN_ORDER("in-order"),
  /** Stores are posted: they become visible later, all in the order of their issue. */
  FIFO("fifo"),
  /**
   * Stores are posted, and only those to registers keep their order among themselves: one to
   * ordinary memory may become visible before or after any other that is not to its own place. A
   * barrier waits until all earlier ones are visible.
   */
  RELAXED("relaxed");

  private final String label;

  MemoryMode(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
