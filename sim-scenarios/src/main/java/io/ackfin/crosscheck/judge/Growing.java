package io.ackfin.crosscheck.judge;

import java.util.Arrays;

/** Numbers in a row that grows. Not thread-safe. */
final class Growing {
  private long[] values = new long[16];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  long get(int position) {
    return values[position];
  }

  /** Drops what was added since there were so many. */
  void cutTo(int earlierSize) {
    size = earlierSize;
  }

  /** The values, without what was not used; they are copied. */
  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
