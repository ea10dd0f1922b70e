package io.ackfin.core.time;

/**
 * An exact clock: its period is a whole number of picoseconds, and its edges are the multiples of
 * the period, the first at tick 0. A frequency without such a period is refused rather than
 * rounded, because a rounded clock drifts against all others.
 *
 * @param periodTicks the time from one edge to the next, in picoseconds, 1 or more
 */
public record ClockDomain(long periodTicks) {
  private static final long TICKS_PER_SECOND = TimeUnit.S.picoseconds();

  public ClockDomain {
    if (periodTicks < 1) {
      throw new IllegalArgumentException("periodTicks: " + periodTicks + " (expected: >= 1)");
    }
  }

  /**
   * The clock of a frequency.
   *
   * @param hertz a divisor of 10^12, from 1 Hz to 1 THz
   * @throws IllegalArgumentException for any other; the message names the nearest that are exact
   */
  public static ClockDomain ofHertz(long hertz) {
    if (hertz < 1 || TICKS_PER_SECOND % hertz != 0) {
      throw new IllegalArgumentException(
          "frequency: " + hertz + " Hz (expected: " + nearest(hertz) + ")");
    }
    return new ClockDomain(TICKS_PER_SECOND / hertz);
  }

  /**
   * The clock of a period.
   *
   * @throws IllegalArgumentException if the period is zero
   */
  public static ClockDomain ofPeriod(Ticks period) {
    return new ClockDomain(period.picoseconds());
  }

  /**
   * How long that many cycles last.
   *
   * @param cycles 0 or more
   * @throws IllegalArgumentException if there are fewer than none
   * @throws ArithmeticException if the time does not fit into a {@code long}
   */
  public long ticks(long cycles) {
    if (cycles < 0) {
      throw new IllegalArgumentException("cycles: " + cycles + " (expected: >= 0)");
    }
    if (cycles > Long.MAX_VALUE / periodTicks) {
      throw new ArithmeticException(
          "cycles: "
              + cycles
              + " of "
              + periodTicks
              + " ps (expected: <= "
              + Long.MAX_VALUE / periodTicks
              + ", to fit into 63 bits)");
    }
    return cycles * periodTicks;
  }

  /**
   * The first edge at or after a tick.
   *
   * @param tick 0 or more
   * @throws IllegalArgumentException if the tick is negative
   * @throws ArithmeticException if that edge does not fit into a {@code long}
   */
  public long nextEdge(long tick) {
    if (tick < 0) {
      throw new IllegalArgumentException("tick: " + tick + " (expected: >= 0)");
    }
    long sinceEdge = tick % periodTicks;
    if (sinceEdge == 0) {
      return tick;
    }
    long edge = tick - sinceEdge + periodTicks;
    if (edge < 0) {
      throw new ArithmeticException(
          "tick: "
              + tick
              + " with a period of "
              + periodTicks
              + " ps (expected: a next edge that fits into 63 bits)");
    }
    return edge;
  }

  private static String nearest(long hertz) {
    long below = 0;
    long above = 0;
    // An exact frequency divides 10^12 = 2^12 x 5^12; there are 169 of them.
    for (long two = 1; two <= 1L << 12; two *= 2) {
      for (long exact = two; TICKS_PER_SECOND % exact == 0; exact *= 5) {
        if (exact < hertz && exact > below) {
          below = exact;
        }
        if (exact > hertz && (above == 0 || exact < above)) {
          above = exact;
        }
      }
    }
    String period = "a period of whole picoseconds";
    if (below == 0) {
      return period + "; the lowest is " + exact(above);
    }
    if (above == 0) {
      return period + "; the highest is " + exact(below);
    }
    return period + "; the nearest are " + exact(below) + " and " + exact(above);
  }

  private static String exact(long hertz) {
    return hertz + " Hz (" + TICKS_PER_SECOND / hertz + " ps)";
  }
}
