package io.ackfin.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hierarchical timing wheel in exact order. A tick is read as digits, one of 11 bits at the
 * bottom and seven of 8 bits above. An event stands at the level of the highest digit in which its
 * tick differs from {@code base}, in the slot of that digit of its tick; a slot of level 0 is one
 * tick.
 *
 * <pre>
 *   level      7      6      5      4      3      2      1        0
 *   digit   4 bits 8 bits 8 bits 8 bits 8 bits 8 bits 8 bits  11 bits of the tick
 * </pre>
 *
 * <p>{@code base} is the tick of the event that was taken last, or on its way to the next. No
 * pending tick is before it, so the earliest event stands in the lowest occupied slot of the lowest
 * level that has one, however far away it is. When {@code base} moves into a slot above level 0,
 * the events of that slot, and no others, change their places, and are moved at once. They move to
 * lower levels: at most seven times between scheduling and running. Hence the events of one tick
 * are always in one slot, in the order in which they were added. Several in a slot of level 0 run
 * through a {@link TieSet}.
 *
 * <p>The lowest occupied slot is looked up when a slot becomes empty, not when it is needed: it
 * seldom depends on the event that is added next, so the processor need not wait for that.
 */
final class TimingWheel implements PendingEvents {
  private static final int LOW_BITS = 11;
  private static final int LOW_SLOTS = 1 << LOW_BITS;

  /** The digits above level 0 have 2^3 bits. */
  private static final int DIGIT_LOG = 3;

  private static final int DIGIT_BITS = 1 << DIGIT_LOG;
  private static final int DIGIT_SLOTS = 1 << DIGIT_BITS;
  private static final int DIGITS = 7;
  private static final int SLOTS = LOW_SLOTS + DIGITS * DIGIT_SLOTS;

  /** The nodes 0 to SLOTS - 1 are the slots from the lowest level up; events follow. */
  private final NodeLists lists = new NodeLists();

  private final PlaceSet occupied = new PlaceSet(SLOTS);
  private final TieSet ties = new TieSet(lists);
  private final List<Event> registered = new ArrayList<>();
  private boolean renumber;
  private Event[] events = new Event[2 * SLOTS];
  private long[] ticks = new long[2 * SLOTS];
  private int lowest = PlaceSet.NONE;
  private long base;

  TimingWheel() {
    for (int slot = 0; slot < SLOTS; slot++) {
      lists.create();
    }
  }

  @Override
  public void register(Event event) {
    int node = lists.create();
    if (node >= events.length) {
      events = Arrays.copyOf(events, 2 * node);
      ticks = Arrays.copyOf(ticks, 2 * node);
    }
    event.node = node;
    events[node] = event;
    registered.add(event);
    renumber = true;
  }

  @Override
  public void add(Event event) {
    ticks[event.node] = event.tick;
    place(event.node, event.tick);
  }

  @Override
  public void remove(Event event) {
    if (!ties.isEmpty() && event.tick == base && ties.remove(event.node)) {
      return;
    }
    int slot = slot(event.tick);
    lists.remove(slot, event.node);
    if (lists.isEmpty(slot)) {
      vacate(slot);
    }
  }

  @Override
  public Event poll(long limit) {
    if (!ties.isEmpty()) {
      return pollTies();
    }
    while (lowest != PlaceSet.NONE) {
      int slot = lowest;
      int first = lists.first(slot);
      if (lists.last(slot) == first) {
        return pollOnly(slot, events[first], limit);
      }
      if (slot < LOW_SLOTS) {
        if (ticks[first] > limit) {
          return null;
        }
        base = ticks[first];
        return pollTies();
      }
      if (!spread(slot, limit)) {
        return null;
      }
    }
    return null;
  }

  /** The only event of a slot. */
  private Event pollOnly(int slot, Event event, long limit) {
    if (event.tick > limit) {
      return null;
    }
    base = event.tick;
    vacate(slot);
    return event;
  }

  /** The first of the events at {@code base}; those scheduled for it meanwhile take part. */
  private Event pollTies() {
    int slot = slot(base);
    if (!lists.isEmpty(slot)) {
      tie(slot);
    }
    return events[ties.removeFirst()];
  }

  /** Moves the events of a slot of level 0 among the ties. */
  private void tie(int slot) {
    if (renumber) {
      ties.renumber(registered);
      renumber = false;
    }
    int last = lists.last(slot);
    int node = lists.first(slot);
    vacate(slot);
    while (node != last) {
      int next = lists.next(node);
      ties.add(node);
      node = next;
    }
    ties.add(last);
  }

  /**
   * Moves {@code base} into a slot above level 0, and the events of the slot to lower levels. Does
   * nothing and returns false if all of them lie beyond the limit: more may be scheduled there,
   * before them, so {@code base} must not pass it.
   */
  private boolean spread(int slot, long limit) {
    int last = lists.last(slot);
    int node = lists.first(slot);
    int shift = shift((slot - LOW_SLOTS) >>> DIGIT_BITS);
    long start = ticks[node] >>> shift << shift;
    long end = start + ((1L << shift) - 1);
    if (end > limit) {
      start = earliestTick(node, last);
      if (start > limit) {
        return false;
      }
    }
    base = start;
    vacate(slot);
    while (node != last) {
      int next = lists.next(node);
      place(node, ticks[node]);
      node = next;
    }
    place(last, ticks[last]);
    return true;
  }

  private long earliestTick(int first, int last) {
    long earliest = ticks[last];
    for (int node = first; node != last; node = lists.next(node)) {
      earliest = Math.min(earliest, ticks[node]);
    }
    return earliest;
  }

  private void place(int node, long tick) {
    int slot = slot(tick);
    lists.append(slot, node);
    occupied.add(slot);
    if (slot < lowest) {
      lowest = slot;
    }
  }

  /** Empties a slot, whose events have been or will be moved elsewhere. */
  private void vacate(int slot) {
    lists.clear(slot);
    occupied.remove(slot);
    lowest = occupied.least();
  }

  /** Where a tick belongs while {@code base} is what it is. */
  private int slot(long tick) {
    long difference = tick ^ base;
    if (difference < LOW_SLOTS) {
      return (int) tick & (LOW_SLOTS - 1);
    }
    int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros(difference);
    int digit = (highestBit - LOW_BITS) >>> DIGIT_LOG;
    int value = (int) (tick >>> shift(digit)) & (DIGIT_SLOTS - 1);
    return LOW_SLOTS + (digit << DIGIT_BITS) + value;
  }

  /** The lowest bit of a digit above level 0, where digit 0 is that of level 1. */
  private static int shift(int digit) {
    return LOW_BITS + (digit << DIGIT_LOG);
  }
}
