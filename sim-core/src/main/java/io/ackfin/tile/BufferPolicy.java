package io.ackfin.tile;

/** How a schedule uses the arena. */
public enum BufferPolicy {
  /**
   * First free address; an accumulator is allocated after its operands; a STORE follows the last
   * EXEC of its tile.
   */
  SINGLE("single"),
  /**
   * Ping-pong: a LOAD for a step never targets bytes that the step before it reads, two
   * accumulators alternate, and a STORE follows the first EXEC of the next output tile, so that
   * data and products can move at the same time.
   */
  DOUBLE("double");

  private final String label;

  BufferPolicy(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
