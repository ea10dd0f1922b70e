package io.ackfin.core.time;

import java.math.BigDecimal;

/**
 * A duration or a point in simulated time. One tick is one picosecond; a {@code long} of them
 * reaches 106 days. Specs and files use this type; devices copy the {@code long} out of it once.
 *
 * @param picoseconds the duration, 0 or more
 */
public record Ticks(long picoseconds) implements Comparable<Ticks> {
  /** No time at all. */
  public static final Ticks ZERO = new Ticks(0);

  private static final int PICOSECONDS_PER_NANOSECOND_DIGITS = 3;

  public Ticks {
    if (picoseconds < 0) {
      throw new IllegalArgumentException("picoseconds: " + picoseconds + " (expected: >= 0)");
    }
  }

  /** That many picoseconds. */
  public static Ticks ofPicos(long picoseconds) {
    return new Ticks(picoseconds);
  }

  /** That many nanoseconds. */
  public static Ticks ofNanos(long nanoseconds) {
    return new Ticks(Math.multiplyExact(nanoseconds, TimeUnit.NS.picoseconds()));
  }

  /** That many microseconds. */
  public static Ticks ofMicros(long microseconds) {
    return new Ticks(Math.multiplyExact(microseconds, TimeUnit.US.picoseconds()));
  }

  /** That many milliseconds. */
  public static Ticks ofMillis(long milliseconds) {
    return new Ticks(Math.multiplyExact(milliseconds, TimeUnit.MS.picoseconds()));
  }

  /** {@code picoseconds} in nanoseconds, exact to the last picosecond. */
  public static BigDecimal nanoseconds(long picoseconds) {
    return BigDecimal.valueOf(picoseconds, PICOSECONDS_PER_NANOSECOND_DIGITS);
  }

  /** The value with the largest unit that needs no fraction: {@code 2us}, {@code 9700ps}. */
  @Override
  public String toString() {
    for (TimeUnit unit : TimeUnit.LARGEST_FIRST) {
      if (picoseconds != 0 && picoseconds % unit.picoseconds() == 0) {
        return picoseconds / unit.picoseconds() + unit.suffix();
      }
    }
    return picoseconds + TimeUnit.PS.suffix();
  }

  @Override
  public int compareTo(Ticks other) {
    return Long.compare(picoseconds, other.picoseconds);
  }
}
