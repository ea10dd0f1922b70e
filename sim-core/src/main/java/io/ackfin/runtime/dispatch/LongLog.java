package io.ackfin.runtime.dispatch;

import java.util.Arrays;

/**
 * Entries of a fixed number of longs, appended by one thread and read by another after it ended.
 * Room is made before the run; only a share of the work that is far beyond the others' makes more.
 */
final class LongLog {
  // So much room each log gets even if its share is small: first fit gives the first core most.
  private static final int LEAST_ROOM = 1 << 14;

  private final int width;
  private long[] words;
  private int used;

  private LongLog(int width, int room) {
    this.width = width;
    words = new long[Math.multiplyExact(width, Math.max(1, room))];
  }

  /**
   * The log of one of several threads that share a number of entries among them.
   *
   * @param width longs in an entry
   */
  static LongLog ofShare(int width, int entries, int threads) {
    int share = (int) Math.min(entries, 2L * entries / threads);
    return new LongLog(width, Math.min(entries, Math.max(LEAST_ROOM, share)));
  }

  /** Begins an entry: {@link #set} fills it. */
  void append() {
    if (used + width > words.length) {
      words = Arrays.copyOf(words, Math.multiplyExact(words.length, 2));
    }
    used += width;
  }

  /** Sets a field of the last entry. */
  void set(int field, long value) {
    words[used - width + field] = value;
  }

  int entries() {
    return used / width;
  }

  long get(int entry, int field) {
    return words[entry * width + field];
  }
}
