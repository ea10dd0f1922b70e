package io.ackfin.runtime.tile;

import java.util.Arrays;

/** When one thread was busy: spans in ascending order, into memory of a fixed size. One thread. */
final class Spans {
  private final long[] bounds;
  private int used;

  /** Room for so many spans. */
  Spans(int capacity) {
    bounds = new long[2 * capacity];
  }

  void clear() {
    used = 0;
  }

  void add(long begin, long end) {
    bounds[used++] = begin;
    bounds[used++] = end;
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return used == 0;
  }

  long first() {
    return bounds[0];
  }

  long last() {
    return bounds[used - 1];
  }

  /** The length of all spans together. */
  long sum() {
    long sum = 0;
    for (int i = 0; i < used; i += 2) {
      sum += bounds[i + 1] - bounds[i];
    }
    return sum;
  }

  /** How long spans of this and of another lie over one another. */
  long overlap(Spans other) {
    long sum = 0;
    int i = 0;
    int j = 0;
    while (i < used && j < other.used) {
      long begin = Math.max(bounds[i], other.bounds[j]);
      long end = Math.min(bounds[i + 1], other.bounds[j + 1]);
      sum += Math.max(0, end - begin);
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    return Arrays.toString(Arrays.copyOf(bounds, used));
  }
}
