package io.ackfin.verify;

/**
 * A few bits of a packed situation. A field of no bits is always 0, so that what a system does not
 * have costs nothing. Immutable; any thread.
 */
final class Field {
  private final int word;
  private final int shift;
  private final long mask;

  Field(int word, int shift, int bits) {
    this.word = word;
    this.shift = shift;
    mask = (1L << bits) - 1;
  }

  int get(long[] situation) {
    return (int) (situation[word] >>> shift & mask);
  }

  boolean isSet(long[] situation) {
    return (situation[word] >>> shift & mask) != 0;
  }

  void set(long[] situation, int value) {
    if ((value & ~mask) != 0) {
      throw new IllegalStateException("value " + value + ": more than a field of mask " + mask);
    }
    situation[word] = (situation[word] & ~(mask << shift)) | (long) value << shift;
  }

  /** Sets the field if it has any bits. */
  void setIfAny(long[] situation, int value) {
    if (mask != 0) {
      set(situation, value);
    }
  }

  /** Puts an ordinal into a field that is a set of ordinals. */
  void add(long[] situation, int ordinal) {
    set(situation, get(situation) | 1 << ordinal);
  }

  /** Takes an ordinal out of a set of ordinals. */
  void remove(long[] situation, int ordinal) {
    set(situation, get(situation) & ~(1 << ordinal));
  }

  /** Whether a field that is a set of ordinals has one. */
  boolean has(long[] situation, int ordinal) {
    return (get(situation) >>> ordinal & 1) != 0;
  }
}
