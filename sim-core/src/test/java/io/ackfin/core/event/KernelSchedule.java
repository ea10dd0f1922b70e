package io.ackfin.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The simulator as a {@link Schedule}. */
final class KernelSchedule implements Schedule {
  private final Simulator simulator;
  private final List<Event> events = new ArrayList<>();

  KernelSchedule(TieOrder order) {
    this.simulator = new KernelFixture().with(order).simulator();
  }

  @Override
  public void create(Phase phase, int rank, IntConsumer action) {
    int number = events.size();
    events.add(simulator.event("event " + number, phase, rank, () -> action.accept(number)));
  }

  @Override
  public void at(long tick, int event) {
    simulator.at(tick, events.get(event));
  }

  @Override
  public boolean cancel(int event) {
    return simulator.cancel(events.get(event));
  }

  @Override
  public boolean isPending(int event) {
    return events.get(event).isPending();
  }

  @Override
  public long now() {
    return simulator.now();
  }

  @Override
  public void runUntil(long tick) {
    simulator.runUntil(tick);
  }
}
