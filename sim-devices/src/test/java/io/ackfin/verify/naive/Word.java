package io.ackfin.verify.naive;

/**
 * What stands in a cell.
 *
 * @param value what programs see: of a payload 1 if it is gated, of hank.task the slot
 * @param subtask what it belongs to: of a payload that which it was built for, of DMB that which
 *     was dispatched, {@link Subtask#NONE} elsewhere
 */
record Word(int value, Subtask subtask) {
  static final Word ZERO = of(0);

  static Word of(int value) {
    return new Word(value, Subtask.NONE);
  }
}
