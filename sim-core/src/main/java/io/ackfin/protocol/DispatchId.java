package io.ackfin.protocol;

/**
 * The per-core counter of dispatches: which values it takes and which one follows which.
 *
 * @param modulus narrows the ids to {@code 0 .. modulus - 1}, so that a small state space meets the
 *     wrap-around; 0 means the full 31 bits
 * @param firstReserved the first of the values that the full counter skips on wrap-around
 * @param start the id of a core's first dispatch, before it is narrowed; 0 to {@code firstReserved
 *     - 1}
 */
public record DispatchId(int modulus, int firstReserved, int start) {
  /** The first id of a core, unless a counter begins elsewhere. */
  public static final int FIRST = 1;

  /** From here to the end of the 31 bits nothing is ever dispatched. */
  public static final int RESERVED = 0x7FFFFFF0;

  /** The counter of the protocol. */
  public static final DispatchId FULL = new DispatchId(0, RESERVED, FIRST);

  /**
   * A counter with a fault: it skips only the values that a COND word or an idle DMB may hold, and
   * so one day dispatches {@link DmbWord#EXIT}.
   */
  public static final DispatchId NARROW = new DispatchId(0, DmbWord.IDLE, FIRST);

  public DispatchId {
    if (modulus < 0) {
      throw new IllegalArgumentException(
          "modulus: " + modulus + " (expected: 0 for none, or >= 1)");
    }
    if (firstReserved != RESERVED && firstReserved != DmbWord.IDLE) {
      throw new IllegalArgumentException("firstReserved: " + firstReserved);
    }
    if (start < 0 || start >= firstReserved) {
      throw new IllegalArgumentException(
          "start: " + start + " (expected: 0 to " + (firstReserved - 1) + ")");
    }
  }

  /** The same counter, narrowed to {@code modulus} ids. */
  public DispatchId modulo(int narrowed) {
    return new DispatchId(narrowed, firstReserved, start);
  }

  /**
   * The same counter, beginning at another id, such as one just before the wrap-around.
   *
   * @param first 0 to {@code firstReserved - 1}; where ids are narrowed, taken modulo their number
   */
  public DispatchId startingAt(int first) {
    return new DispatchId(modulus, firstReserved, first);
  }

  /** The id of a core's first dispatch. */
  public int first() {
    return modulus == 0 ? start : start % modulus;
  }

  /** The id that follows {@code id}. */
  public int next(int id) {
    int following = id + 1;
    int end = modulus == 0 ? firstReserved : modulus;
    return following == end ? 0 : following;
  }

  /** The id that {@code id} follows. */
  public int previous(int id) {
    int end = modulus == 0 ? firstReserved : modulus;
    return id == 0 ? end - 1 : id - 1;
  }
}
