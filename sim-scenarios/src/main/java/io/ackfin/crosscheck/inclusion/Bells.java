package io.ackfin.crosscheck.inclusion;

import java.util.Map;
import java.util.TreeMap;

/**
 * The gated dispatches of one core whose bell was not rung yet. Each is rung once, by whichever
 * thread. Not thread-safe.
 */
final class Bells {
  private final Map<Integer, Integer> waiting = new TreeMap<>();
  private boolean incomplete;

  /** A gated dispatch is in flight. */
  void dispatched(int id) {
    waiting.merge(id, 1, Integer::sum);
  }

  /** The owner came only so far: there may be gated dispatches of which nothing is known. */
  void leaveIncomplete() {
    incomplete = true;
  }

  /** Rings for an id, if a dispatch waits for that or may. */
  boolean ring(int id) {
    int left = waiting.getOrDefault(id, 0);
    if (left > 1) {
      waiting.put(id, left - 1);
    } else {
      waiting.remove(id);
    }
    return left > 0 || incomplete;
  }
}
