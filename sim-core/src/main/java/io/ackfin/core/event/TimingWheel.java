package io.ackfin.core.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hierarchical timing wheel in exact order. A tick is read as digits: one of 11 bits at the
 * bottom, where a slot is one tick, and seven of 8 bits above. An event stands at the level of the
 * highest digit in which its tick differs from {@code base}, in the slot of that digit of its tick.
 *
 * <pre>
 *   level    7      6      5      4      3      2      1        0
 *   digit  4 bits 8 bits 8 bits 8 bits 8 bits 8 bits 8 bits  11 bits of the tick
 * </pre>
 *
 * <p>{@code base} is never later than a pending tick, so the earliest event stands in the lowest
 * slot of the lowest level that is occupied; one bit per slot and one bit per word of those find it
 * in two steps however far away it is. {@code base} moves only to the earliest tick or the start of
 * its slot, and every event whose place that changes is put into its new place at once, always
 * downwards: an event moves at most seven times between its scheduling and its run, however far
 * away it was. Hence events of one tick are always in one slot, in the order in which they were
 * added.
 *
 * <p>A slot that holds few events is searched instead of spread. Many events in a slot of level 0
 * are ties and run through a {@link TieSet}.
 */
final class TimingWheel implements PendingEvents {
  private static final int LOW_BITS = 11;
  private static final int LOW_SLOTS = 1 << LOW_BITS;
  private static final int HIGH_BITS = 8;
  private static final int HIGH_SLOTS = 1 << HIGH_BITS;
  private static final int HIGH_LEVELS = 7;
  private static final int SLOTS = LOW_SLOTS + HIGH_LEVELS * HIGH_SLOTS;

  /** As many as are searched in less time than spreading them takes. */
  private static final int FEW = 4;

  private static final int MANY = -1;

  /** The nodes 0 to SLOTS - 1 are the slots from the lowest level up; events follow. */
  private final NodeLists lists = new NodeLists();

  private final TieSet ties = new TieSet(lists);
  private final List<Event> registered = new ArrayList<>();
  private boolean renumber;

  private Event[] events = new Event[2 * SLOTS];
  private long[] ticks = new long[2 * SLOTS];

  /** One bit per slot, and one per word of those: 60 words, so that one {@code long} holds them. */
  private final long[] occupied = new long[SLOTS / Long.SIZE];

  private long words;
  private long base;
  private int size;

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
  public int size() {
    return size;
  }

  @Override
  public void add(Event event) {
    ticks[event.node] = event.tick;
    place(event.node, event.tick);
    size++;
  }

  @Override
  public void remove(Event event) {
    size--;
    if (!ties.isEmpty() && event.tick == base && ties.remove(event.node)) {
      return;
    }
    int emptied = lists.remove(event.node);
    if (emptied >= 0) {
      vacate(emptied);
    }
  }

  @Override
  public Event poll(long limit) {
    if (!ties.isEmpty()) {
      return pollTies();
    }
    while (words != 0) {
      int word = Long.numberOfTrailingZeros(words);
      int slot = word * Long.SIZE + Long.numberOfTrailingZeros(occupied[word]);
      int first = lists.after(slot);
      if (lists.after(first) == slot) {
        return pollLast(slot, first, limit);
      }
      int earliest = earliestOfFew(slot, first);
      if (earliest != MANY) {
        return pollFew(earliest, limit);
      }
      if (slot < LOW_SLOTS) {
        if (ticks[first] > limit) {
          return null;
        }
        base = ticks[first];
        tie(slot, first);
        return pollTies();
      }
      if (!spread(slot, first, limit)) {
        return null;
      }
    }
    return null;
  }

  /** The first tied event; whatever was scheduled for this tick since the last one takes part. */
  private Event pollTies() {
    int slot = (int) base & (LOW_SLOTS - 1);
    int first = lists.after(slot);
    if (first != slot) {
      tie(slot, first);
    }
    size--;
    return events[ties.removeFirst()];
  }

  /** The only event of a slot. */
  private Event pollLast(int slot, int node, long limit) {
    if (ticks[node] > limit) {
      return null;
    }
    base = ticks[node];
    lists.clear(slot);
    vacate(slot);
    size--;
    return events[node];
  }

  /** One event of a slot that holds others; they keep their places because {@code base} stays. */
  private Event pollFew(int node, long limit) {
    if (ticks[node] > limit) {
      return null;
    }
    lists.remove(node);
    size--;
    return events[node];
  }

  private int earliestOfFew(int slot, int first) {
    int earliest = first;
    int count = 1;
    for (int node = lists.after(first); node != slot; node = lists.after(node)) {
      if (++count > FEW) {
        return MANY;
      }
      long difference = ticks[node] - ticks[earliest];
      // Only a smaller order beats an equal tick: of equals, the one that was added first stays.
      if (difference < 0 || (difference == 0 && events[node].order < events[earliest].order)) {
        earliest = node;
      }
    }
    return earliest;
  }

  /** Moves the events of a slot of level 0, whose tick is {@code base}, among the ties. */
  private void tie(int slot, int first) {
    if (renumber) {
      ties.renumber(registered);
      renumber = false;
    }
    lists.clear(slot);
    vacate(slot);
    for (int node = first; node != slot; ) {
      int next = lists.after(node);
      ties.add(node);
      node = next;
    }
  }

  /**
   * Moves {@code base} into a slot above level 0 and its events to lower levels. Does nothing and
   * returns false if all of them lie beyond the limit: time must not pass the limit, because more
   * may be scheduled there.
   */
  private boolean spread(int slot, int first, long limit) {
    int shift = LOW_BITS + (slot - LOW_SLOTS) / HIGH_SLOTS * HIGH_BITS;
    long start = ticks[first] >>> shift << shift;
    long last = start + ((1L << shift) - 1);
    if (last > limit) {
      start = earliestTick(slot, first);
      if (start > limit) {
        return false;
      }
    }
    base = start;
    lists.clear(slot);
    vacate(slot);
    for (int node = first; node != slot; ) {
      int next = lists.after(node);
      place(node, ticks[node]);
      node = next;
    }
    return true;
  }

  private long earliestTick(int slot, int first) {
    long earliest = ticks[first];
    for (int node = lists.after(first); node != slot; node = lists.after(node)) {
      earliest = Math.min(earliest, ticks[node]);
    }
    return earliest;
  }

  private void place(int node, long tick) {
    long difference = tick ^ base;
    int slot;
    if (difference < LOW_SLOTS) {
      slot = (int) tick & (LOW_SLOTS - 1);
    } else {
      int highestBit = Long.SIZE - 1 - Long.numberOfLeadingZeros(difference);
      int level = (highestBit - LOW_BITS) / HIGH_BITS;
      int digit = (int) (tick >>> (LOW_BITS + level * HIGH_BITS)) & (HIGH_SLOTS - 1);
      slot = LOW_SLOTS + level * HIGH_SLOTS + digit;
    }
    lists.append(slot, node);
    int word = slot / Long.SIZE;
    occupied[word] |= 1L << slot;
    words |= 1L << word;
  }

  /** Notes that a slot is empty. */
  private void vacate(int slot) {
    int word = slot / Long.SIZE;
    long left = occupied[word] & ~(1L << slot);
    occupied[word] = left;
    // The sign of (left | -left) says whether anything is left; as arithmetic, because a branch on
    // it would be mispredicted often.
    words &= ~((((left | -left) >>> (Long.SIZE - 1)) ^ 1) << word);
  }
}
