package io.ackfin.handshake;

import io.ackfin.protocol.DispatchId;

/**
 * What a scheduler believes about one core, in the low bits of a {@code long}.
 *
 * <pre>
 *   39   37 36    35       34     33   32      31   30            0
 *  +-------+-----+--------+------+----+-------+----+---------------+
 *  |   0   |gated| record |closed|slot|pending|busy|    next id    |
 *  +-------+-----+--------+------+----+-------+----+---------------+
 * </pre>
 *
 * <i>busy</i>: a dispatch is believed to run; <i>pending</i>: another waits behind it; <i>slot</i>:
 * where the next payload is built; <i>closed</i>: nothing may be put behind the running dispatch;
 * <i>record</i>: which of the core's two records is the running one; <i>gated</i>: the pending
 * dispatch was gated when it was dispatched, rung or not since. The ids of what runs and waits
 * follow from the next id: they are the ones before it. Belongs to the thread that owns the core.
 */
public final class Book {
  /** How many low bits a book takes. */
  static final int BITS = 40;

  static final long MASK = (1L << BITS) - 1;
  static final long BUSY = 1L << 31;
  static final long PENDING = 1L << 32;
  static final long SLOT = 1L << 33;
  static final long CLOSED = 1L << 34;
  static final long RECORD = 1L << 35;
  static final long GATED = 1L << 36;

  private static final long NEXT_ID = 0x7FFFFFFFL;

  private Book() {}

  /** The book of an idle core that was never given anything. */
  public static long initial(Tables tables) {
    long book = tables.ids().first();
    return tables.slotFollowsId() && (book & 1) != 0 ? book | SLOT : book;
  }

  /** The id that the next dispatch will take. */
  public static int nextId(long book) {
    return (int) (book & NEXT_ID);
  }

  /** Whether a dispatch is believed to run. */
  public static boolean busy(long book) {
    return (book & BUSY) != 0;
  }

  /** Whether a dispatch waits behind the running one. */
  public static boolean pending(long book) {
    return (book & PENDING) != 0;
  }

  /**
   * Whether the waiting dispatch was gated when it was dispatched. While a dispatch is under way,
   * whether that one is.
   */
  public static boolean gated(long book) {
    return (book & GATED) != 0;
  }

  /** The slot, 0 or 1, of the next payload. */
  public static int slot(long book) {
    return (book & SLOT) == 0 ? 0 : 1;
  }

  /** Which of the core's two records, 0 or 1, is that of the running dispatch. */
  public static int runningRecord(long book) {
    return (book & RECORD) == 0 ? 0 : 1;
  }

  /** Which of the core's two records, 0 or 1, the next dispatch is noted in. */
  public static int freeRecord(long book) {
    return busy(book) ? 1 - runningRecord(book) : runningRecord(book);
  }

  /** The id of the waiting dispatch; meaningful only while {@link #pending}. */
  public static int pendingId(DispatchId ids, long book) {
    return ids.previous(nextId(book));
  }

  /** The id of the running dispatch; meaningful only while {@link #busy}. */
  public static int runningId(DispatchId ids, long book) {
    int last = ids.previous(nextId(book));
    return pending(book) ? ids.previous(last) : last;
  }

  /** What the core has room for. */
  public static Room room(long book) {
    if (!busy(book)) {
      return Room.IDLE;
    }
    return pending(book) || (book & CLOSED) != 0 ? Room.NONE : Room.PENDING_FREE;
  }

  /** The book after the next id was taken; only of a pending dispatch it matters if it is gated. */
  static long taken(DispatchId ids, long book) {
    long counted = (book & ~NEXT_ID) | ids.next(nextId(book));
    return busy(book) ? counted | PENDING : (counted | BUSY) & ~GATED;
  }
}
