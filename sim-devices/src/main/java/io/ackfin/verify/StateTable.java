package io.ackfin.verify;

import java.util.Arrays;

/**
 * The states that were found, each with its number: the position in the order of discovery. States
 * are looked up in batches, because almost every look-up misses the caches: a batch first reads all
 * the places that it needs, so that the processor fetches them at once.
 */
final class StateTable {
  /** What {@link #find} says of a state that is not there. */
  static final int NONE = -1;

  private final int words;
  private final long hashMask;
  private final StateIndex index;
  private final StateStore store;
  private long[] hashes = new long[0];
  private long[] fetched = new long[0];

  StateTable(int words, StateStore store, MemoryBudget budget) {
    this(words, store, budget, -1);
  }

  /**
   * A table that uses only some bits of the hash.
   *
   * @param hashMask the bits that are used; with few of them different states have equal hashes
   */
  StateTable(int words, StateStore store, MemoryBudget budget, long hashMask) {
    this.words = words;
    this.store = store;
    this.hashMask = hashMask;
    index = new StateIndex(budget);
  }

  StateStore store() {
    return store;
  }

  int size() {
    return store.size();
  }

  /** Makes room; false if the budget does not allow it. */
  boolean reserve(int more) {
    return store.reserve(more) && index.reserve(more);
  }

  /** The number of a state; {@link #NONE} if it was not found yet. */
  int find(long[] state) {
    long hash = hash(state, 0);
    return StateIndex.number(index.entry(search(state, 0, hash)));
  }

  /**
   * Looks states up and adds those that are new, for which room must have been made.
   *
   * @param states one behind the other
   * @param count how many
   * @param numbers gets the number of each; the new ones are those from the old {@link #size} on
   */
  void addAll(long[] states, int count, int[] numbers) {
    if (hashes.length < count) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      fetched = Arrays.copyOf(fetched, 2 * count);
    }
    for (int i = 0; i < count; i++) {
      hashes[i] = hash(states, i * words);
    }
    fetch(count);
    for (int i = 0; i < count; i++) {
      numbers[i] = add(states, i * words, hashes[i]);
    }
  }

  /** Reads what the look-ups of a batch will read; kept only so that it is not left out. */
  private void fetch(int count) {
    for (int i = 0; i < count; i++) {
      fetched[i] = index.entry(index.slot(hashes[i]));
    }
    for (int i = 0; i < count; i++) {
      if (fetched[i] != 0 && StateIndex.alike(fetched[i], hashes[i])) {
        fetched[i] = store.touch(StateIndex.number(fetched[i]));
      }
    }
  }

  private int add(long[] states, int offset, long hash) {
    int slot = search(states, offset, hash);
    long entry = index.entry(slot);
    if (entry != 0) {
      return StateIndex.number(entry);
    }
    int number = store.size();
    index.put(slot, hash, number);
    store.add(states, offset, hash);
    return number;
  }

  /** The slot of a state, or the empty one where it belongs. */
  private int search(long[] states, int offset, long hash) {
    int slot = index.slot(hash);
    for (long entry = index.entry(slot); entry != 0; entry = index.entry(slot)) {
      if (StateIndex.alike(entry, hash)
          && store.same(StateIndex.number(entry), states, offset, hash)) {
        return slot;
      }
      slot = index.next(slot);
    }
    return slot;
  }

  private long hash(long[] states, int offset) {
    return StateHash.of(states, offset, words) & hashMask;
  }

  /** Gives everything back; the table is empty then. */
  void clear() {
    store.clear();
    index.clear();
  }
}
