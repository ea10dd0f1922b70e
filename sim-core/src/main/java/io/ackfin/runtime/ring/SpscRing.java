package io.ackfin.runtime.ring;

import io.ackfin.runtime.memory.OwnedCounter;
import io.ackfin.runtime.memory.SharedPlaces;

/**
 * A bounded first-in first-out ring for one pushing and one popping thread. Whether a place is free
 * is told by the place itself, so neither thread ever reads the other's count.
 *
 * @param <E> what is handed over
 */
public final class SpscRing<E> {
  private static final int LARGEST = 1 << 30;

  private final int mask;
  private final SharedPlaces<E> places;
  private final OwnedCounter pushed = new OwnedCounter();
  private final OwnedCounter popped = new OwnedCounter();

  /**
   * An empty ring.
   *
   * @param capacity how many items fit: a power of two
   */
  public SpscRing(int capacity) {
    if (capacity < 1 || capacity > LARGEST || Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException(
          "capacity: %d (expected: a power of two, 1 to %d)".formatted(capacity, LARGEST));
    }
    mask = capacity - 1;
    places = new SharedPlaces<>(capacity);
  }

  /** How many items fit. */
  public int capacity() {
    return mask + 1;
  }

  /** Appends an item, not null, by the pushing thread; false if the ring is full. */
  public boolean tryPush(E item) {
    long number = pushed.getPlain();
    int place = (int) number & mask;
    if (places.getAcquire(place) != null) {
      return false;
    }
    places.setRelease(place, item);
    pushed.setPlain(number + 1);
    return true;
  }

  /** Takes the first item, by the popping thread; null if the ring is empty. */
  public E tryPop() {
    long number = popped.getPlain();
    int place = (int) number & mask;
    E item = places.getAcquire(place);
    if (item != null) {
      places.setRelease(place, null);
      popped.setPlain(number + 1);
    }
    return item;
  }
}
