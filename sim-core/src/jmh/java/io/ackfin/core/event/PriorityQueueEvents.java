package io.ackfin.core.event;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The baseline: {@code java.util.PriorityQueue} over the same reusable events in the same total
 * order, ties of one owner first in, first out by a sequence number.
 */
final class PriorityQueueEvents implements PendingEvents {
  private final PriorityQueue<Event> queue = new PriorityQueue<>(new Order());
  private long[] sequences = new long[16];
  private int events;
  private long sequence;

  /** Written out rather than composed, so that the baseline pays for no chain of comparators. */
  private final class Order implements Comparator<Event> {
    @Override
    public int compare(Event left, Event right) {
      if (left.tick != right.tick) {
        return left.tick < right.tick ? -1 : 1;
      }
      if (left.order != right.order) {
        return left.order < right.order ? -1 : 1;
      }
      return Long.compare(sequences[left.node], sequences[right.node]);
    }
  }

  @Override
  public void register(Event event) {
    event.node = events++;
    sequences = events > sequences.length ? Arrays.copyOf(sequences, 2 * events) : sequences;
  }

  @Override
  public void add(Event event) {
    sequences[event.node] = sequence++;
    queue.add(event);
  }

  @Override
  public void remove(Event event) {
    queue.remove(event);
  }

  @Override
  public Event poll(long limit) {
    Event first = queue.peek();
    return first == null || first.tick > limit ? null : queue.poll();
  }
}
