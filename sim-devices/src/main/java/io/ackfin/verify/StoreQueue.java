package io.ackfin.verify;

/**
 * The stores of one writer that are not visible yet, oldest first, in a packed situation. A store
 * is 12 bits, never 0:
 *
 * <pre>
 *   11         7 6        2 1    0
 *  +------------+----------+------+
 *  |    code    |   cell   | core |
 *  +------------+----------+------+
 * </pre>
 *
 * The {@link Cell} is never 0; the code is what the cell will hold. Immutable; any thread.
 */
final class StoreQueue {
  private static final int BITS = 12;
  private static final int PER_WORD = 5;
  private static final long STORE = (1L << BITS) - 1;
  private static final int CELL_SHIFT = 2;
  private static final int CODE_SHIFT = 7;

  private final int firstWord;
  private final int words;

  StoreQueue(int firstWord, int capacity) {
    this.firstWord = firstWord;
    words = (capacity + PER_WORD - 1) / PER_WORD;
  }

  static int store(int core, Cell cell, int code) {
    return core | cell.ordinal() << CELL_SHIFT | code << CODE_SHIFT;
  }

  static int core(int store) {
    return store & 3;
  }

  static Cell cell(int store) {
    return Cell.of(store >>> CELL_SHIFT & 0x1F);
  }

  static int code(int store) {
    return store >>> CODE_SHIFT;
  }

  /** The same store to another core. */
  static int toCore(int store, int core) {
    return (store & ~3) | core;
  }

  int words() {
    return words;
  }

  /** The store at a position; 0 behind the last one. */
  int at(long[] situation, int position) {
    if (position >= words * PER_WORD) {
      return 0;
    }
    long word = situation[firstWord + position / PER_WORD];
    return (int) (word >>> (position % PER_WORD * BITS) & STORE);
  }

  boolean isEmpty(long[] situation) {
    return words == 0 || (situation[firstWord] & STORE) == 0;
  }

  int size(long[] situation) {
    int size = 0;
    while (at(situation, size) != 0) {
      size++;
    }
    return size;
  }

  /** Whether there is room for another store: hardware has no endless store buffer either. */
  boolean hasRoom(long[] situation) {
    return at(situation, words * PER_WORD - 1) == 0;
  }

  void add(long[] situation, int store) {
    put(situation, size(situation), store);
  }

  void remove(long[] situation, int position) {
    int at = position;
    int following;
    do {
      following = at(situation, at + 1);
      put(situation, at, following);
      at++;
    } while (following != 0);
  }

  void put(long[] situation, int position, int store) {
    int word = firstWord + position / PER_WORD;
    int shift = position % PER_WORD * BITS;
    situation[word] = (situation[word] & ~(STORE << shift)) | (long) store << shift;
  }
}
