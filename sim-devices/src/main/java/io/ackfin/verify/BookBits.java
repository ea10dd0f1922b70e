package io.ackfin.verify;

/** A book without its next id, which follows from the number of dispatches: the flags alone. */
final class BookBits {
  private static final int SHIFT = 31;
  private static final long NEXT_ID = 0x7FFFFFFFL;
  private static final int FLAGS = 0x3F;

  private BookBits() {}

  static long book(int nextId, int flags) {
    return (nextId & NEXT_ID) | (long) flags << SHIFT;
  }

  static int flags(long book) {
    return (int) (book >>> SHIFT) & FLAGS;
  }
}
