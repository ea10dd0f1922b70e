package io.ackfin.verify;

import java.util.Arrays;

/**
 * A list of {@code int}s that grows in chunks of a power of two: nothing is copied when it is
 * large, and a position is found by shift and mask.
 */
final class IntRows {
  private static final int SHIFT = 16;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final int FIRST_CHUNK = 64;

  private final MemoryBudget budget;
  private int[][] chunks = new int[1][0];
  private int used = 1;
  private long capacity;
  private long size;

  IntRows(MemoryBudget budget) {
    this.budget = budget;
  }

  long size() {
    return size;
  }

  /** Makes room; false if the budget does not allow it. */
  boolean reserve(int more) {
    while (capacity - size < more) {
      int[] last = chunks[used - 1];
      boolean grows = last.length < CHUNK;
      int length = grows ? Math.max(FIRST_CHUNK, 2 * last.length) : CHUNK;
      if (!budget.take((long) length * Integer.BYTES)) {
        return false;
      }
      if (grows) {
        chunks[used - 1] = Arrays.copyOf(last, length);
        budget.give((long) last.length * Integer.BYTES);
        capacity += length - last.length;
      } else {
        if (used == chunks.length) {
          chunks = Arrays.copyOf(chunks, 2 * used);
        }
        chunks[used++] = new int[length];
        capacity += length;
      }
    }
    return true;
  }

  /** Appends where room was made. */
  void add(int value) {
    chunks[(int) (size >>> SHIFT)][(int) size & MASK] = value;
    size++;
  }

  int get(long position) {
    return chunks[(int) (position >>> SHIFT)][(int) position & MASK];
  }

  /** Gives everything back; the list is empty then. */
  void clear() {
    budget.give(capacity * Integer.BYTES);
    chunks = new int[1][0];
    used = 1;
    capacity = 0;
    size = 0;
  }
}
