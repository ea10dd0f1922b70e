package io.ackfin.runtime.ring;

import io.ackfin.runtime.memory.OwnedCounter;

/**
 * A bounded first-in first-out ring for one pushing and one popping thread.
 *
 * @param <E> what is handed over
 */
public final class SpscRing<E> {
  private static final int LARGEST = 1 << 30;

  private final int mask;
  private final E[] items;
  // Pushes so far, and beside them the pops that the pushing thread knows of; and the other way.
  private final OwnedCounter pushed = new OwnedCounter();
  private final OwnedCounter popped = new OwnedCounter();

  /**
   * An empty ring.
   *
   * @param capacity how many items fit: a power of two
   */
  @SuppressWarnings("unchecked")
  public SpscRing(int capacity) {
    if (capacity < 1 || capacity > LARGEST || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(
          "capacity: %d (expected: a power of two, 1 to %d)".formatted(capacity, LARGEST));
    }
    mask = capacity - 1;
    items = (E[]) new Object[capacity];
  }

  /** How many items fit. */
  public int capacity() {
    return mask + 1;
  }

  /** Appends an item, by the pushing thread; false if the ring is full. */
  public boolean tryPush(E item) {
    long number = pushed.getPlain();
    if (number - pushed.notePlain() > mask) {
      long seen = popped.getAcquire();
      pushed.setNotePlain(seen);
      if (number - seen > mask) {
        return false;
      }
    }
    items[(int) number & mask] = item;
    pushed.setRelease(number + 1);
    return true;
  }

  /** Takes the first item, by the popping thread; null if the ring is empty. */
  public E tryPop() {
    long number = popped.getPlain();
    if (number == popped.notePlain()) {
      long seen = pushed.getAcquire();
      popped.setNotePlain(seen);
      if (number == seen) {
        return null;
      }
    }
    int place = (int) number & mask;
    E item = items[place];
    // So that a ring that nobody pushes to for long keeps nothing alive.
    items[place] = null;
    popped.setRelease(number + 1);
    return item;
  }

  /** How many items there were at a moment during the call; any thread. */
  public int size() {
    long first = popped.getAcquire();
    return (int) Math.min(mask + 1L, pushed.getAcquire() - first);
  }
}
