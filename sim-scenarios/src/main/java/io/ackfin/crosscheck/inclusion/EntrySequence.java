package io.ackfin.crosscheck.inclusion;

import java.util.Arrays;

/**
 * What one actor did, oldest first, as {@link Entry} words. Appending allocates only when the
 * capacity is used up. Not thread-safe: each actor writes its own.
 */
public final class EntrySequence {
  private static final int INITIAL_CAPACITY = 64;

  private long[] entries;
  private int size;

  /** An empty sequence that grows. */
  public EntrySequence() {
    this(INITIAL_CAPACITY);
  }

  /**
   * An empty sequence.
   *
   * @param capacity how many entries fit before it has to grow; at least 1
   */
  public EntrySequence(int capacity) {
    entries = new long[capacity];
  }

  private EntrySequence(long[] entries, int size) {
    this.entries = entries;
    this.size = size;
  }

  /** A sequence over entries that were written elsewhere; they are not copied. */
  public static EntrySequence over(long[] entries, int size) {
    if (size < 0 || size > entries.length) {
      throw new IllegalArgumentException(
          "size: " + size + " (expected: 0 to " + entries.length + ")");
    }
    return new EntrySequence(entries, size);
  }

  /** Adds an entry at the end. */
  public void append(long entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size++] = entry;
  }

  /** How many entries there are. */
  public int size() {
    return size;
  }

  /** The entry at a position, 0 to {@link #size} - 1. */
  public long get(int position) {
    return entries[position];
  }
}
