package io.ackfin.core.event;

import java.util.Arrays;
import java.util.List;

/**
 * The events of one tick, given back by phase and owner and, within one owner, in the order in
 * which they were added. Takes and gives an event in constant time however many tie.
 *
 * <p>Every (phase, owner) that some event has is a place; places are numbered in the order of the
 * package, so that the first event is that of the least place. It stands in an array, and further
 * ones of the same place, which are rare, wait in a list behind it.
 */
final class TieSet {
  private final NodeLists lists;
  private PlaceSet occupied = new PlaceSet(0);
  private int[] placeOf = new int[0];
  private int[] first = new int[0];
  private int[] others = new int[0];
  private int size;

  /** An empty set of events that are nodes of these lists. */
  TieSet(NodeLists lists) {
    this.lists = lists;
  }

  /** Whether it holds nothing. */
  boolean isEmpty() {
    return size == 0;
  }

  /** Numbers the places of these events, which are all that there are; keeps what it holds. */
  void renumber(List<Event> events) {
    int[] held = new int[size];
    for (int i = 0; i < held.length; i++) {
      held[i] = removeFirst();
    }
    long[] orders = events.stream().mapToLong(event -> event.order).sorted().distinct().toArray();
    placeOf = new int[events.get(events.size() - 1).node + 1];
    for (Event event : events) {
      placeOf[event.node] = Arrays.binarySearch(orders, event.order);
    }
    occupied = new PlaceSet(orders.length);
    first = new int[orders.length];
    int known = others.length;
    others = Arrays.copyOf(others, orders.length);
    for (int place = known; place < others.length; place++) {
      others[place] = lists.create();
    }
    for (int node : held) {
      add(node);
    }
  }

  /** Adds an event behind those of its place. */
  void add(int node) {
    int place = placeOf[node];
    size++;
    if (occupied.contains(place)) {
      lists.append(others[place], node);
      return;
    }
    first[place] = node;
    occupied.add(place);
  }

  /** Takes out the first event; there is one. */
  int removeFirst() {
    int place = occupied.least();
    int node = first[place];
    removeFirstOf(place);
    return node;
  }

  /** Takes out an event if it is there; returns whether it was. */
  boolean remove(int node) {
    // An event that was created after the last renumbering has no place, hence is not here.
    if (node >= placeOf.length || !occupied.contains(placeOf[node])) {
      return false;
    }
    int place = placeOf[node];
    if (first[place] == node) {
      removeFirstOf(place);
      return true;
    }
    int list = others[place];
    int last = lists.last(list);
    for (int other = list; other != last; ) {
      other = lists.next(other);
      if (other == node) {
        lists.remove(list, node);
        size--;
        return true;
      }
    }
    return false;
  }

  private void removeFirstOf(int place) {
    size--;
    int list = others[place];
    if (lists.isEmpty(list)) {
      occupied.remove(place);
      return;
    }
    first[place] = lists.first(list);
    lists.remove(list, first[place]);
  }
}
