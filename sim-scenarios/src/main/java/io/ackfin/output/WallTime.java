package io.ackfin.output;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long the computer took, as measured by the caller.
 *
 * @param nanoseconds 0 or more
 */
public record WallTime(long nanoseconds) {
  private static final int NANOSECOND_DIGITS = 9;
  private static final int MICROSECOND_DIGITS = 6;

  public WallTime {
    if (nanoseconds < 0) {
      throw new IllegalArgumentException("nanoseconds: " + nanoseconds + " (expected: >= 0)");
    }
  }

  /** In seconds, rounded to a microsecond. */
  public BigDecimal seconds() {
    return BigDecimal.valueOf(nanoseconds, NANOSECOND_DIGITS)
        .setScale(MICROSECOND_DIGITS, RoundingMode.HALF_EVEN);
  }

  /** How many of {@code count} fell into a second, rounded; null if no time passed. */
  public BigDecimal perSecond(long count) {
    if (nanoseconds == 0) {
      return null;
    }
    return BigDecimal.valueOf(count)
        .scaleByPowerOfTen(NANOSECOND_DIGITS)
        .divide(BigDecimal.valueOf(nanoseconds), 0, RoundingMode.HALF_EVEN);
  }
}
