package io.ackfin.timeline;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes ticks as decimal microseconds, by the package's rule of the times. No trailing zeros, no
 * exponents, nothing allocated. Not thread-safe.
 */
final class Microseconds {
  private static final long TICKS = 1_000_000;
  private static final int DECIMALS = 6;
  private static final double NANOSECONDS = 1_000.0;
  // A long has at most 19 digits; the point and the zero before it come on top.
  private static final int LONGEST = 24;

  private final char[] digits = new char[LONGEST];

  /** Writes a point in time, 0 or more. */
  void write(JsonGenerator json, long ticks) throws IOException {
    decimal(json, ticks, DECIMALS);
  }

  /** Writes the time from {@code begin} to {@code end}, which is not before it. */
  void writeDuration(JsonGenerator json, long begin, long end) throws IOException {
    long duration = end - begin;
    if (endLooksLate(begin, end)) {
      decimal(json, duration * 10 - 1, DECIMALS + 1);
    } else {
      decimal(json, duration, DECIMALS);
    }
  }

  /**
   * Whether begin plus duration, each cut to whole nanoseconds, exceeds the end cut in the same
   * way. Readers find the {@code double} of a decimal in one of two ways: the nearest one, or the
   * sum of whole part and fraction.
   */
  private static boolean endLooksLate(long begin, long end) {
    long duration = end - begin;
    return nearest(begin) + nearest(duration) > nearest(end)
        || summed(begin) + summed(duration) > summed(end);
  }

  private static long nearest(long ticks) {
    return (long) ((double) ticks / TICKS * NANOSECONDS);
  }

  private static long summed(long ticks) {
    long whole = ticks / TICKS;
    double fraction = (double) (ticks % TICKS) / TICKS;
    return (long) ((whole + fraction) * NANOSECONDS);
  }

  private void decimal(JsonGenerator json, long value, int decimals) throws IOException {
    long rest = value;
    int left = decimals;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    int at = LONGEST;
    for (int digit = 0; digit <= left || rest > 0; digit++) {
      if (digit == left && left > 0) {
        digits[--at] = '.';
      }
      digits[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    json.writeNumber(digits, at, LONGEST - at);
  }
}
