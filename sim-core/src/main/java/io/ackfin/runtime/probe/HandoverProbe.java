package io.ackfin.runtime.probe;

import io.ackfin.runtime.memory.RegisterFile;
import io.ackfin.runtime.memory.RegisterPort;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long a store needs until a thread on another processor, which looks again and again, has seen
 * it; there and back, without a look at the clock in between, at the quickest; and what a load
 * costs that comes upon a line just written.
 */
public final class HandoverProbe implements Probe {
  private static final int TRIPS_AT_ONCE = 10;

  private final int events;

  /** A probe that times so many handovers in each repetition, 20 or more. */
  public HandoverProbe(int events) {
    this.events = events;
  }

  @Override
  public Map<Part, Double> repeat() {
    Map<Part, Double> found = new EnumMap<>(Part.class);
    stamped(found);
    found.put(Part.ROUND_TRIP, quickestRoundTrip(events));
    return found;
  }

  private void stamped(Map<Part, Double> found) {
    RegisterFile file = new RegisterFile(1);
    long[] down = new long[events];
    long[] load = new long[events];
    long[] up = new long[events];
    long[] received = new long[events];
    long[] answered = new long[events];
    Partner.beside(
        () -> answer(file, received, answered),
        () -> ask(new RegisterPort(file, null), down, load, up));
    for (int i = 0; i < events; i++) {
      down[i] = received[i] - down[i];
      up[i] -= answered[i];
    }
    found.put(Part.DMB_HANDOVER, Middle.of(down));
    found.put(Part.COND_HANDOVER, Middle.of(up));
    found.put(Part.LOAD_WRITTEN, Middle.of(load));
  }

  private void ask(RegisterPort port, long[] down, long[] load, long[] up) {
    Patience patience = new Patience("an answer in COND");
    for (int i = 0; i < events; i++) {
      down[i] = System.nanoTime();
      port.storeDmbRelease(0, i + 1);
      awaitCond(port, i + 1, patience);
      up[i] = System.nanoTime();
      // The partner wrote it before COND, so its line is in the partner's cache still.
      if (port.taskOpaque(0) != i + 1) {
        throw new ProbeException("hank.task: old (expected: what was stored before COND)", null);
      }
      load[i] = System.nanoTime() - up[i];
    }
  }

  private void answer(RegisterFile file, long[] received, long[] answered) {
    RegisterPort port = new RegisterPort(file, null);
    Patience patience = new Patience("a value in DATA_MAIN_BASE");
    for (int i = 0; i < events; i++) {
      awaitDmb(port, i + 1, patience);
      received[i] = System.nanoTime();
      port.storeTaskOpaque(0, i + 1);
      answered[i] = System.nanoTime();
      port.storeCondRelease(0, i + 1);
    }
  }

  /**
   * There and back at the quickest of many times, which tells in what state the host is even while
   * it has other work: on a virtual machine two processors may be near each other at one time and
   * far apart at another.
   *
   * @param trips how many, 20 or more; each takes some tenths of a microsecond
   * @return nanoseconds of one
   */
  public static double quickestRoundTrip(int trips) {
    return (double) Arrays.stream(roundTrips(trips)).min().orElseThrow() / TRIPS_AT_ONCE;
  }

  /** How long each so many trips together took. */
  private static long[] roundTrips(int trips) {
    RegisterFile file = new RegisterFile(1);
    long[] times = new long[trips / TRIPS_AT_ONCE];
    Partner.beside(
        () -> echo(file, times.length * TRIPS_AT_ONCE),
        () -> call(new RegisterPort(file, null), times));
    return times;
  }

  private static void call(RegisterPort port, long[] times) {
    Patience patience = new Patience("an answer in COND");
    int sent = 0;
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      for (int trip = 0; trip < TRIPS_AT_ONCE; trip++) {
        port.storeDmbRelease(0, ++sent);
        awaitCond(port, sent, patience);
      }
      times[i] = System.nanoTime() - start;
    }
  }

  private static void echo(RegisterFile file, int trips) {
    RegisterPort port = new RegisterPort(file, null);
    Patience patience = new Patience("a value in DATA_MAIN_BASE");
    for (int i = 1; i <= trips; i++) {
      awaitDmb(port, i, patience);
      port.storeCondRelease(0, i);
    }
  }

  private static void awaitDmb(RegisterPort port, int value, Patience patience) {
    patience.begin();
    while (port.dmbAcquire(0) != value) {
      patience.spend();
    }
  }

  private static void awaitCond(RegisterPort port, int value, Patience patience) {
    patience.begin();
    while (port.condAcquire(0) != value) {
      patience.spend();
    }
  }
}
