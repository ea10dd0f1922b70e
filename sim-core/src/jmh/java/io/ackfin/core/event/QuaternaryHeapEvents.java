package io.ackfin.core.event;

import java.util.Arrays;

/**
 * The other candidate: a heap with four children per node in the same total order. Every event's
 * place in the heap is kept by its number, so that taking one out needs no search.
 */
final class QuaternaryHeapEvents implements PendingEvents {
  private static final int CHILDREN = 4;

  private Event[] heap = new Event[16];
  private int[] placeOf = new int[16];
  private long[] sequences = new long[16];
  private int size;
  private int events;
  private long sequence;

  @Override
  public void register(Event event) {
    event.node = events++;
    if (events > heap.length) {
      heap = Arrays.copyOf(heap, 2 * events);
      placeOf = Arrays.copyOf(placeOf, 2 * events);
      sequences = Arrays.copyOf(sequences, 2 * events);
    }
  }

  @Override
  public void add(Event event) {
    sequences[event.node] = sequence++;
    up(size++, event);
  }

  @Override
  public void remove(Event event) {
    int place = placeOf[event.node];
    Event last = heap[--size];
    heap[size] = null;
    if (place < size) {
      up(place, last);
      down(placeOf[last.node], last);
    }
  }

  @Override
  public Event poll(long limit) {
    Event first = heap[0];
    if (size == 0 || first.tick > limit) {
      return null;
    }
    Event last = heap[--size];
    heap[size] = null;
    if (size > 0) {
      down(0, last);
    }
    return first;
  }

  private void up(int from, Event event) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / CHILDREN;
      if (!isBefore(event, heap[parent])) {
        break;
      }
      put(place, heap[parent]);
      place = parent;
    }
    put(place, event);
  }

  private void down(int from, Event event) {
    int place = from;
    while (place * CHILDREN + 1 < size) {
      int firstChild = place * CHILDREN + 1;
      int least = firstChild;
      for (int child = firstChild + 1; child < Math.min(firstChild + CHILDREN, size); child++) {
        least = isBefore(heap[child], heap[least]) ? child : least;
      }
      if (!isBefore(heap[least], event)) {
        break;
      }
      put(place, heap[least]);
      place = least;
    }
    put(place, event);
  }

  private void put(int place, Event event) {
    heap[place] = event;
    placeOf[event.node] = place;
  }

  private boolean isBefore(Event left, Event right) {
    if (left.tick != right.tick) {
      return left.tick < right.tick;
    }
    if (left.order != right.order) {
      return left.order < right.order;
    }
    return sequences[left.node] < sequences[right.node];
  }
}
