package io.ackfin.core.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/** The order of events as the package states it, with no structure at all: a list and its least. */
final class ReferenceSchedule implements Schedule {
  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(entry -> entry.tick)
          .thenComparing(entry -> entry.phase)
          .thenComparing(entry -> entry.priority, Integer::compareUnsigned)
          .thenComparingLong(entry -> entry.sequence);

  private final TieOrder order;
  private final List<Entry> events = new ArrayList<>();
  private final List<Entry> pending = new ArrayList<>();
  private long now;
  private long sequence;

  private static final class Entry {
    final int number;
    final Phase phase;
    final int priority;
    final IntConsumer action;
    long tick;
    long sequence;

    Entry(int number, Phase phase, int priority, IntConsumer action) {
      this.number = number;
      this.phase = phase;
      this.priority = priority;
      this.action = action;
    }
  }

  ReferenceSchedule(TieOrder order) {
    this.order = order;
  }

  @Override
  public void create(Phase phase, int rank, IntConsumer action) {
    events.add(new Entry(events.size(), phase, order.priority(rank), action));
  }

  @Override
  public void at(long tick, int event) {
    Entry entry = events.get(event);
    entry.tick = tick;
    entry.sequence = sequence++;
    pending.add(entry);
  }

  @Override
  public boolean cancel(int event) {
    return pending.remove(events.get(event));
  }

  @Override
  public boolean isPending(int event) {
    return pending.contains(events.get(event));
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void runUntil(long tick) {
    while (!pending.isEmpty()) {
      Entry first = pending.stream().min(ORDER).orElseThrow();
      if (first.tick > tick) {
        now = tick;
        return;
      }
      pending.remove(first);
      now = first.tick;
      first.action.accept(first.number);
    }
  }
}
