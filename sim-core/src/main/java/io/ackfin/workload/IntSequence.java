package io.ackfin.workload;

import java.util.Arrays;

/** A growing array of {@code int}, without a box per entry. Not for several threads. */
final class IntSequence {
  private static final int FIRST_CAPACITY = 16;

  private int[] entries = new int[FIRST_CAPACITY];
  private int size;

  void add(int entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, Math.multiplyExact(size, 2));
    }
    entries[size++] = entry;
  }

  int get(int index) {
    return entries[index];
  }

  void set(int index, int entry) {
    entries[index] = entry;
  }

  int size() {
    return size;
  }

  int[] toArray() {
    return Arrays.copyOf(entries, size);
  }
}
