package io.ackfin.workload;

import java.util.Arrays;

/**
 * A growing array of {@code int}, without a box per entry; also a stack. Not for several threads.
 */
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

  int last() {
    return entries[size - 1];
  }

  void removeLast() {
    size--;
  }

  /** Removes the last {@code entry} and all that follow it, and returns them in their order. */
  int[] removeFrom(int entry) {
    int start = size - 1;
    while (entries[start] != entry) {
      start--;
    }
    int[] removed = Arrays.copyOfRange(entries, start, size);
    size = start;
    return removed;
  }

  int[] toArray() {
    return Arrays.copyOf(entries, size);
  }

  /** A copy with one entry more: the end of the last row, where entries are starts of rows. */
  int[] toArray(int end) {
    int[] copy = Arrays.copyOf(entries, size + 1);
    copy[size] = end;
    return copy;
  }
}
