package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Location;
import java.util.Arrays;

/**
 * The stores of one side of a core's handshake as the other side sees them: cells that only that
 * side writes, and the stores that were issued and are not visible yet, in the order of their
 * issue. They become visible one by one, and not before a load asks for one of them; why that
 * misses no order that is possible is the package's rule.
 *
 * <p>Each store is looked at once and made visible once, so that all loads together cost no more
 * than there are stores and loads.
 */
final class PostedStores {
  /** What a cell shows that nothing is known of: no word. */
  static final long UNKNOWN = -1;

  private static final int INITIAL_CAPACITY = 8;
  private static final long WORD = 0xFFFFFFFFL;

  private static final int LOCATIONS = Location.values().length;

  private final long[] visible = new long[2 * LOCATIONS + 2];
  private int[] cells = new int[INITIAL_CAPACITY];
  private int[] words = new int[INITIAL_CAPACITY];
  private int head;
  private int issued;
  private int scanned;
  private long steps;

  PostedStores() {
    Arrays.fill(visible, UNKNOWN);
  }

  /** The cell of a location; only a payload has a slot that is not 0. */
  static int cell(Location location, int slot) {
    return 2 * location.ordinal() + slot;
  }

  /** The cell that says whether the payload in a slot is gated. */
  static int gate(int slot) {
    return 2 * LOCATIONS + slot;
  }

  /** What is visible in a cell, or {@link #UNKNOWN}. */
  long shown(int cell) {
    return visible[cell];
  }

  /** Stores looked at and stores made visible. */
  long steps() {
    return steps;
  }

  /** Puts a word into a cell, visible at once and before every store that is not visible yet. */
  void set(int cell, int word) {
    visible[cell] = word & WORD;
  }

  /** Issues a store. */
  void post(int cell, int word) {
    if (issued == cells.length) {
      makeRoom();
    }
    cells[issued] = cell;
    words[issued] = word;
    issued++;
  }

  /**
   * Makes as few more stores visible as it takes until a cell shows a word. Until this succeeds it
   * is to be asked for the same again.
   *
   * @return whether it does; otherwise no store that was issued up to now puts it there
   */
  boolean show(int cell, int word) {
    if (visible[cell] == (word & WORD)) {
      return true;
    }
    while (scanned < issued) {
      int at = scanned++;
      steps++;
      if (cells[at] == cell && words[at] == word) {
        makeVisible(at);
        return true;
      }
    }
    return false;
  }

  private void makeVisible(int last) {
    steps += last + 1 - head;
    while (head <= last) {
      set(cells[head], words[head]);
      head++;
    }
  }

  /** Drops what is visible, or doubles the room if most is not. */
  private void makeRoom() {
    if (head < issued / 2) {
      cells = Arrays.copyOf(cells, 2 * issued);
      words = Arrays.copyOf(words, 2 * issued);
      return;
    }
    System.arraycopy(cells, head, cells, 0, issued - head);
    System.arraycopy(words, head, words, 0, issued - head);
    issued -= head;
    scanned -= head;
    head = 0;
  }
}
