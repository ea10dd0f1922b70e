package io.ackfin.core.event;

/**
 * A set of small numbers that finds its least one in a few steps: one bit per number, and one bit
 * per non-zero word of those.
 */
final class PlaceSet {
  /** The least number of an empty set: larger than all. */
  static final int NONE = Integer.MAX_VALUE;

  /** Shifting by this turns a number into the index of its 64-bit word. */
  private static final int WORD = 6;

  private final long[] bits;
  private final long[] words;

  /** An empty set for numbers from 0 to {@code capacity - 1}. */
  PlaceSet(int capacity) {
    bits = new long[(capacity >>> WORD) + 1];
    words = new long[(bits.length >>> WORD) + 1];
  }

  /** Whether it holds a number. */
  boolean contains(int number) {
    return (bits[number >>> WORD] & 1L << number) != 0;
  }

  /** Adds a number, whether it is there or not. */
  void add(int number) {
    int word = number >>> WORD;
    bits[word] |= 1L << number;
    words[word >>> WORD] |= 1L << word;
  }

  /** Removes a number, whether it is there or not. */
  void remove(int number) {
    int word = number >>> WORD;
    long left = bits[word] & ~(1L << number);
    bits[word] = left;
    // The sign of (left | -left) says whether a bit is left; as arithmetic, because a branch on it
    // would be mispredicted often.
    long empty = ((left | -left) >>> (Long.SIZE - 1)) ^ 1;
    words[word >>> WORD] &= ~(empty << word);
  }

  /** The least number, or {@link #NONE}. */
  int least() {
    for (int i = 0; i < words.length; i++) {
      if (words[i] != 0) {
        int word = (i << WORD) + Long.numberOfTrailingZeros(words[i]);
        return (word << WORD) + Long.numberOfTrailingZeros(bits[word]);
      }
    }
    return NONE;
  }
}
