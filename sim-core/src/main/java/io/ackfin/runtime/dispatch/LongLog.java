package io.ackfin.runtime.dispatch;

import java.util.Arrays;

/**
 * Entries of a fixed number of longs, appended by one thread and read by another after it ended.
 */
final class LongLog {
  private final int width;
  private long[] words;
  private int used;

  LongLog(int width, int expectedEntries) {
    this.width = width;
    words = new long[Math.multiplyExact(width, Math.max(1, expectedEntries))];
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
