package io.ackfin.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Places through which one thread hands items to another: a place is empty or holds an item, and
 * whoever puts or takes it says so by what is in it. Places that different threads use at a time
 * may share a cache line; the ends of the row do not share one with anything else.
 *
 * @param <E> what is handed over
 */
public final class SharedPlaces<E> {
  private static final VarHandle PLACES = MethodHandles.arrayElementVarHandle(Object[].class);

  // References of 4 or 8 bytes: at least two cache lines in front and behind.
  private static final int PAD = 32;

  private final Object[] places;

  /** So many empty places. */
  public SharedPlaces(int count) {
    places = new Object[count + 2 * PAD];
  }

  /** What is in a place, or null; what its writer did before putting it may be read afterwards. */
  @SuppressWarnings("unchecked")
  public E getAcquire(int place) {
    return (E) PLACES.getAcquire(places, place + PAD);
  }

  /** Puts an item, or empties the place with null; publishes what this thread did before. */
  public void setRelease(int place, E item) {
    PLACES.setRelease(places, place + PAD, item);
  }
}
