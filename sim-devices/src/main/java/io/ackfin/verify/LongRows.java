package io.ackfin.verify;

import java.util.Arrays;

/**
 * A list of rows of some {@code long}s each, which grows in chunks of a power of two of rows.
 * Numbers are from 0; rows in front can be dropped when they are needed no more.
 */
final class LongRows {
  private static final int SHIFT = 15;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final int FIRST_CHUNK = 64;

  private final int words;
  private final MemoryBudget budget;
  private long[][] chunks = new long[1][0];
  private int used = 1;
  private long capacity;
  private int size;
  private int dropped;

  LongRows(int words, MemoryBudget budget) {
    this.words = words;
    this.budget = budget;
  }

  int size() {
    return size;
  }

  /** Makes room; false if the budget does not allow it. */
  boolean reserve(int more) {
    while (capacity - size < more) {
      long[] last = chunks[used - 1];
      int rows = last == null ? CHUNK : last.length / words;
      boolean grows = rows < CHUNK;
      int length = grows ? Math.max(FIRST_CHUNK, 2 * rows) : CHUNK;
      if (!budget.take(bytes(length))) {
        return false;
      }
      if (grows) {
        chunks[used - 1] = Arrays.copyOf(last, length * words);
        budget.give(bytes(rows));
        capacity += length - rows;
      } else {
        if (used == chunks.length) {
          chunks = Arrays.copyOf(chunks, 2 * used);
        }
        chunks[used++] = new long[length * words];
        capacity += length;
      }
    }
    return true;
  }

  /** Appends a row where room was made. */
  void add(long[] from, int offset) {
    long[] chunk = chunks[size >>> SHIFT];
    int base = (size & MASK) * words;
    for (int i = 0; i < words; i++) {
      chunk[base + i] = from[offset + i];
    }
    size++;
  }

  /** Copies a row. */
  void read(int row, long[] into) {
    long[] chunk = chunks[row >>> SHIFT];
    int base = (row & MASK) * words;
    for (int i = 0; i < words; i++) {
      into[i] = chunk[base + i];
    }
  }

  /** The first {@code long} of a row. */
  long first(int row) {
    return chunks[row >>> SHIFT][(row & MASK) * words];
  }

  boolean equal(int row, long[] other, int offset) {
    long[] chunk = chunks[row >>> SHIFT];
    int base = (row & MASK) * words;
    for (int i = 0; i < words; i++) {
      if (chunk[base + i] != other[offset + i]) {
        return false;
      }
    }
    return true;
  }

  /** Lets go of the full chunks in front of a row; what they held cannot be read again. */
  void dropBefore(int row) {
    while (dropped < row >>> SHIFT) {
      chunks[dropped++] = null;
      budget.give(bytes(CHUNK));
    }
  }

  /** Whether a row can still be read. */
  boolean holds(int row) {
    return chunks[row >>> SHIFT] != null;
  }

  /** Gives everything back; the list is empty then. */
  void clear() {
    budget.give(bytes(capacity) - bytes((long) dropped << SHIFT));
    chunks = new long[1][0];
    used = 1;
    capacity = 0;
    size = 0;
    dropped = 0;
  }

  private long bytes(long rows) {
    return rows * words * Long.BYTES;
  }
}
