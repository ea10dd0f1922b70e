package io.ackfin.core.event;

import java.util.Arrays;
import java.util.List;

/**
 * The events of one tick, given back by phase and owner and, within one owner, in the order in
 * which they were added. Takes and gives an event in constant time however many tie.
 *
 * <p>Every (phase, owner) that some event has is a place; places are numbered in the order of the
 * package. The set is a bitmap over places with a bitmap of its non-zero words above it; the first
 * event of a place stands in an array, and further ones of the same place wait in a list.
 *
 * <pre>
 *   summary   one bit per word of occupied
 *   occupied  one bit per place
 *   first     the event of each place     rest  the list of those behind it
 * </pre>
 */
final class TieSet {
  private static final int NONE = -1;

  private final NodeLists lists;
  private int[] placeOf = new int[0];
  private int[] first = new int[0];
  private int[] rest = new int[0];
  private long[] occupied = new long[0];
  private long[] summary = new long[0];
  private int size;

  /** An empty set whose events are nodes of these lists. */
  TieSet(NodeLists lists) {
    this.lists = lists;
  }

  /** Whether it holds nothing. */
  boolean isEmpty() {
    return size == 0;
  }

  /** Numbers the places of these events, which are all that exist; keeps what it holds. */
  void renumber(List<Event> events) {
    int[] held = new int[size];
    for (int i = 0; i < held.length; i++) {
      held[i] = removeFirst();
    }
    long[] orders = events.stream().mapToLong(event -> event.order).sorted().distinct().toArray();
    placeOf = new int[events.isEmpty() ? 0 : events.get(events.size() - 1).node + 1];
    for (Event event : events) {
      placeOf[event.node] = Arrays.binarySearch(orders, event.order);
    }
    int known = rest.length;
    first = new int[orders.length];
    rest = Arrays.copyOf(rest, orders.length);
    for (int place = known; place < rest.length; place++) {
      rest[place] = lists.create();
    }
    occupied = new long[(orders.length >>> 6) + 1];
    summary = new long[(occupied.length >>> 6) + 1];
    for (int node : held) {
      add(node);
    }
  }

  /** Adds an event behind those of its place. */
  void add(int node) {
    int place = placeOf[node];
    int word = place >>> 6;
    long bit = 1L << place;
    size++;
    if ((occupied[word] & bit) != 0) {
      lists.append(rest[place], node);
      return;
    }
    first[place] = node;
    occupied[word] |= bit;
    summary[word >>> 6] |= 1L << word;
  }

  /** Takes out the first event; there is one. */
  int removeFirst() {
    int top = 0;
    while (summary[top] == 0) {
      top++;
    }
    int word = (top << 6) + Long.numberOfTrailingZeros(summary[top]);
    int place = (word << 6) + Long.numberOfTrailingZeros(occupied[word]);
    int node = first[place];
    removeFirstOf(place);
    return node;
  }

  /** Takes out an event if it is there; returns whether it was. */
  boolean remove(int node) {
    int place = node < placeOf.length ? placeOf[node] : NONE;
    if (place == NONE || (occupied[place >>> 6] & 1L << place) == 0) {
      return false;
    }
    if (first[place] == node) {
      removeFirstOf(place);
      return true;
    }
    int list = rest[place];
    for (int other = lists.after(list); other != list; other = lists.after(other)) {
      if (other == node) {
        lists.remove(node);
        size--;
        return true;
      }
    }
    return false;
  }

  private void removeFirstOf(int place) {
    size--;
    int second = lists.after(rest[place]);
    if (second != rest[place]) {
      lists.remove(second);
      first[place] = second;
      return;
    }
    int word = place >>> 6;
    occupied[word] &= ~(1L << place);
    if (occupied[word] == 0) {
      summary[word >>> 6] &= ~(1L << word);
    }
  }
}
