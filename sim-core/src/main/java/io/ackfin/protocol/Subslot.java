package io.ackfin.protocol;

/**
 * Which part of a task a subtask is. A subslot is a position in the task's masks, not a core: one
 * AIV subtask may run on either vector core of its cluster.
 */
public enum Subslot {
  /** The cube (matrix) part. */
  AIC,
  /** The first vector part. */
  AIV0,
  /** The second vector part. */
  AIV1;

  /** How many subslots a task has. */
  public static final int COUNT = 3;

  private static final Subslot[] ALL = values();

  /** The subslot with the given position, without copying an array. */
  public static Subslot of(int position) {
    return ALL[position];
  }

  /** This subslot's bit in a task's active mask and done mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a mask holds this subslot. */
  public boolean in(int mask) {
    return (mask & bit()) != 0;
  }
}
