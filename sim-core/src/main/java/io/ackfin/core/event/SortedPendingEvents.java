package io.ackfin.core.event;

import java.util.Comparator;
import java.util.TreeSet;

/** Keeps the events in a balanced tree. */
final class SortedPendingEvents implements PendingEvents {
  private static final Comparator<Event> ORDER =
      Comparator.<Event>comparingLong(event -> event.tick)
          .thenComparingLong(event -> event.order)
          .thenComparingLong(event -> event.sequence);

  private final TreeSet<Event> events = new TreeSet<>(ORDER);

  @Override
  public void register(Event event) {}

  @Override
  public void add(Event event) {
    events.add(event);
  }

  @Override
  public void remove(Event event) {
    events.remove(event);
  }

  @Override
  public Event poll(long limit) {
    return events.isEmpty() || events.first().tick > limit ? null : events.pollFirst();
  }

  @Override
  public int size() {
    return events.size();
  }
}
