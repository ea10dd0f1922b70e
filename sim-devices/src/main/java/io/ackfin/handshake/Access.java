package io.ackfin.handshake;

/**
 * What a program wants next, in one {@code long}, so that asking allocates nothing.
 *
 * <pre>
 *   63 ........ 40 39              8 7        4 3       0
 *  +--------------+-----------------+----------+---------+
 *  |       0      |      value      | location |  kind   |
 *  +--------------+-----------------+----------+---------+
 * </pre>
 *
 * Stateless; any thread.
 */
public final class Access {
  /** The cached line of hank.task, in the value of a {@link Location#CACHE} barrier. */
  public static final int LINE_HANK = 1;

  /** The cached lines of the payload slots, in the value of a {@link Location#CACHE} barrier. */
  public static final int LINE_PAYLOAD = 2;

  /**
   * Added to what was seen when a wait has another reason to end: the run is being stopped, or the
   * bound on an answer has expired.
   */
  public static final long WAIT_ENDS = 1L << 32;

  private static final int LOCATION_SHIFT = 4;
  private static final int VALUE_SHIFT = 8;
  private static final int FOUR_BITS = 0xF;

  private Access() {}

  static long of(AccessKind kind, Location location, int value) {
    return kind.ordinal()
        | ((long) location.ordinal() << LOCATION_SHIFT)
        | ((value & 0xFFFFFFFFL) << VALUE_SHIFT);
  }

  /** What is to be done. */
  public static AccessKind kind(long access) {
    return AccessKind.of((int) access & FOUR_BITS);
  }

  /** Where. */
  public static Location location(long access) {
    return Location.of((int) (access >>> LOCATION_SHIFT) & FOUR_BITS);
  }

  /** What to store; for a payload the slot, for a cache barrier the lines. */
  public static int value(long access) {
    return (int) (access >>> VALUE_SHIFT);
  }
}
