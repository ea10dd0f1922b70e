package io.ackfin.core.signal;

import java.util.Arrays;

/**
 * One cell whose writes become visible later, in the order in which they were made. A later write
 * overwrites an earlier one when it arrives, whether or not that was ever read.
 *
 * <p>What becomes visible at a tick is seen by a read at that tick. Reads must not go back in time:
 * an arrival that was seen stays seen. Not thread-safe; allocates only when more writes travel at
 * once than ever before.
 */
public final class PostedCell {
  /** The arrival of nothing: later than every tick. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int INITIAL_CAPACITY = 4;

  private long visible;
  private long[] values = new long[INITIAL_CAPACITY];
  private long[] arrivals = new long[INITIAL_CAPACITY];
  private int head;
  private int travelling;

  /** A cell that shows {@code initial} from the beginning. */
  public PostedCell(long initial) {
    visible = initial;
  }

  /**
   * Writes a value that is visible from {@code arrival} on, or from the arrival of the write before
   * it if that is later: writes to one cell stay in order.
   *
   * @return the tick from which on it is visible
   */
  public long write(long value, long arrival) {
    if (travelling == values.length) {
      grow();
    }
    long previous = travelling == 0 ? Long.MIN_VALUE : arrivals[at(travelling - 1)];
    int tail = at(travelling);
    values[tail] = value;
    arrivals[tail] = Math.max(arrival, previous);
    travelling++;
    return arrivals[tail];
  }

  /** What the cell shows at a tick. */
  public long read(long tick) {
    while (travelling > 0 && arrivals[head] <= tick) {
      visible = values[head];
      head = at(1);
      travelling--;
    }
    return visible;
  }

  /** The tick at which the last write so far is visible; {@link Long#MIN_VALUE} if it was seen. */
  public long lastArrival() {
    return travelling == 0 ? Long.MIN_VALUE : arrivals[at(travelling - 1)];
  }

  /** What a read at a tick would give; changes nothing. */
  public long peek(long tick) {
    long shown = visible;
    for (int i = 0; i < travelling && arrivals[at(i)] <= tick; i++) {
      shown = values[at(i)];
    }
    return shown;
  }

  /** What the last read gave; before the first one, what the cell showed from the beginning. */
  public long lastRead() {
    return visible;
  }

  /**
   * The tick from which on a read gives something else than the last read gave, if no more is
   * written: that of the first write that no read has seen; {@link #NEVER} if there is none.
   */
  public long nextArrival() {
    return travelling == 0 ? NEVER : arrivals[head];
  }

  /** Makes every write so far visible at once. */
  public void arriveNow() {
    if (travelling > 0) {
      visible = values[at(travelling - 1)];
      travelling = 0;
    }
  }

  private int at(int offset) {
    return (head + offset) & (values.length - 1);
  }

  private void grow() {
    long[] grownValues = Arrays.copyOf(values, 2 * values.length);
    long[] grownArrivals = Arrays.copyOf(arrivals, 2 * values.length);
    for (int i = 0; i < travelling; i++) {
      grownValues[i] = values[at(i)];
      grownArrivals[i] = arrivals[at(i)];
    }
    values = grownValues;
    arrivals = grownArrivals;
    head = 0;
  }
}
