package io.ackfin.timeline;

/**
 * The stretch of a run that a timeline shows. A span is shown whole as soon as part of it lies
 * inside, an arrow only if both of its ends do.
 *
 * @param from the first tick, 0 or more
 * @param to the last tick, not before {@code from}
 */
public record TraceWindow(long from, long to) {
  /** The whole run. */
  public static final TraceWindow ALL = new TraceWindow(0, Long.MAX_VALUE);

  public TraceWindow {
    if (from < 0) {
      throw new IllegalArgumentException("from: " + from + " (expected: >= 0)");
    }
    if (to < from) {
      throw new IllegalArgumentException("to: " + to + " (expected: >= " + from + ", its from)");
    }
  }

  boolean touches(long begin, long end) {
    return begin <= to && end >= from;
  }

  boolean holds(long tick) {
    return tick >= from && tick <= to;
  }
}
