package io.ackfin.core.time;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration or a point in simulated time. One tick is one picosecond; a {@code long} of them
 * reaches 106 days. Specs and files use this type; devices copy the {@code long} out of it once.
 *
 * @param picoseconds the duration, 0 or more
 */
public record Ticks(long picoseconds) implements Comparable<Ticks> {
  /** No time at all. */
  public static final Ticks ZERO = new Ticks(0);

  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,12})?)\\s*(ps|ns|us|ms|s)");
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

  /**
   * The time that a text states: a decimal number and a unit, such as {@code 2us}, {@code 1.5ns}.
   *
   * @throws IllegalArgumentException if it is none, or no whole number of picoseconds that fits
   */
  public static Ticks parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      for (TimeUnit unit : TimeUnit.LARGEST_FIRST) {
        if (unit.suffix().equals(matcher.group(2))) {
          return exactly(text, new BigDecimal(matcher.group(1)), unit);
        }
      }
    }
    throw new IllegalArgumentException(
        "time: " + text + " (expected: a number and a unit, such as 2us, 1.5ns or 9700ps)");
  }

  private static Ticks exactly(String text, BigDecimal number, TimeUnit unit) {
    try {
      return new Ticks(number.multiply(BigDecimal.valueOf(unit.picoseconds())).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "time: " + text + " (expected: a whole number of picoseconds, at most 106 days)", e);
    }
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
