package io.ackfin.tile;

/** A program has an operation that cannot be carried out, or whose result would be wrong. */
public final class InvalidProgramException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int operation;

  InvalidProgramException(int operation, String described, String wrong) {
    super("operation %d, %s: %s".formatted(operation, described, wrong));
    this.operation = operation;
  }

  /** The position of the operation. */
  public int operation() {
    return operation;
  }
}
