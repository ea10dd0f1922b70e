package io.ackfin.core.event;

import java.util.Random;

/**
 * What the benchmark's events do: each of them runs and schedules itself again, so that their
 * number never changes (the hold model). Delays are exponential, except for the clocks.
 */
public enum PendingEventsModel {
  /** 64 events, on average 8 ticks from one to the next. */
  DENSE_64(64, 8L * 64),

  /** 1,024 events, on average 8 ticks from one to the next. */
  DENSE_1024(1024, 8L * 1024),

  /** 64 events, on average a million ticks from one to the next. */
  SPARSE_64(64, 1_000_000L * 64),

  /** 1,024 events, on average a million ticks from one to the next. */
  SPARSE_1024(1024, 1_000_000L * 1024),

  /** 64 events that wait 8 ticks on average: some 8 of them tie at every tick. */
  CROWDED_64(64, 8L),

  /** 1,024 events that wait 8 ticks on average: some 128 of them tie at every tick. */
  CROWDED_1024(1024, 8L),

  /** 72 events with constant periods of 1 to 10 ticks: some 21 of them tie at every tick. */
  CLOCKS_72(72, 0L);

  private static final int LONGEST_PERIOD = 10;

  private final int events;
  private final long meanDelay;

  PendingEventsModel(int events, long meanDelay) {
    this.events = events;
    this.meanDelay = meanDelay;
  }

  /** How many events there are. */
  int events() {
    return events;
  }

  /** Whether every event has its own constant delay. */
  boolean isClocks() {
    return meanDelay == 0;
  }

  /** The constant delay of a clock. */
  static long period(int rank) {
    return 1 + rank % LONGEST_PERIOD;
  }

  /** Draws a delay of an event that is no clock. */
  long delay(Random random) {
    return Math.round(-StrictMath.log(1 - random.nextDouble()) * meanDelay);
  }
}
