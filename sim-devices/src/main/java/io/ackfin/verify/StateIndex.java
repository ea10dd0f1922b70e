package io.ackfin.verify;

/**
 * An open-addressing table from hashes to numbers. An entry is
 *
 * <pre>
 *   63              32 31           0
 *  +------------------+--------------+
 *  | upper hash half  | number + 1   |     0 = empty
 *  +------------------+--------------+
 * </pre>
 *
 * The slot is the top bits of the hash, and the next free one behind it. So the table doubles
 * without anyone's hash being made again, and in the order in which it lies in memory.
 */
final class StateIndex {
  private static final int FIRST_BITS = 8;
  private static final int MOST_BITS = 30;

  /** Full at 6 of 10: longer searches would cost more than the memory does. */
  private static final int FULL = 6;

  private static final int OF = 10;

  private final MemoryBudget budget;
  private int bits;
  private long[] entries = new long[0];
  private int size;

  StateIndex(MemoryBudget budget) {
    this.budget = budget;
  }

  /** Makes room; false if the budget, or the length of an array, does not allow it. */
  boolean reserve(int more) {
    int wanted = Math.max(bits, FIRST_BITS);
    while (((1L << wanted) * FULL) / OF < (long) size + more) {
      wanted++;
    }
    return wanted == bits || (wanted <= MOST_BITS && grow(wanted));
  }

  private boolean grow(int wanted) {
    if (!budget.take((long) Long.BYTES << wanted)) {
      return false;
    }
    long[] old = entries;
    entries = new long[1 << wanted];
    bits = wanted;
    for (long entry : old) {
      if (entry != 0) {
        entries[freeSlot(entry)] = entry;
      }
    }
    budget.give((long) old.length * Long.BYTES);
    return true;
  }

  private int freeSlot(long hash) {
    int slot = slot(hash);
    while (entries[slot] != 0) {
      slot = next(slot);
    }
    return slot;
  }

  /** Where the search for a hash begins. Room must have been made once. */
  int slot(long hash) {
    return (int) (hash >>> (Long.SIZE - bits));
  }

  /** The slot behind. */
  int next(int slot) {
    return (slot + 1) & (entries.length - 1);
  }

  /** What is in a slot; 0 if nothing is. */
  long entry(int slot) {
    return entries[slot];
  }

  /** Fills an empty slot. */
  void put(int slot, long hash, int number) {
    entries[slot] = (hash & ~0xFFFF_FFFFL) | (number + 1);
    size++;
  }

  /** Whether an entry may be that of a hash: their upper halves are equal. */
  static boolean alike(long entry, long hash) {
    return (entry ^ hash) >>> Integer.SIZE == 0;
  }

  static int number(long entry) {
    return (int) entry - 1;
  }

  /** Gives everything back; the table is empty then. */
  void clear() {
    budget.give((long) entries.length * Long.BYTES);
    entries = new long[0];
    bits = 0;
    size = 0;
  }
}
