package io.ackfin.runtime.tile;

import java.util.EnumMap;
import java.util.Map;

/** How long one thread waited for what. One thread. */
final class WaitTimes {
  private final long[] sums = new long[WaitCause.values().length];
  private WaitCause cause;
  private long since;

  /** Nothing can be done for a cause; said again, it is the same wait that goes on. */
  void waiting(WaitCause why) {
    if (cause != why) {
      long now = System.nanoTime();
      end(now);
      cause = why;
      since = now;
    }
  }

  /** There is something to do again. */
  void goesOn() {
    if (cause != null) {
      end(System.nanoTime());
    }
  }

  /** What is waited for now, or null. */
  WaitCause cause() {
    return cause;
  }

  private void end(long now) {
    if (cause != null) {
      sums[cause.ordinal()] += now - since;
      cause = null;
    }
  }

  /** The sums of two threads. */
  static Map<WaitCause, Long> merged(WaitTimes one, WaitTimes other) {
    Map<WaitCause, Long> merged = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      merged.put(cause, one.sums[cause.ordinal()] + other.sums[cause.ordinal()]);
    }
    return merged;
  }
}
