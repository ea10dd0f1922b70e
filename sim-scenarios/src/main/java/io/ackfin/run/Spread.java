package io.ackfin.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A sample of durations, exactly: every percentile is one of the values (the smallest that at least
 * that share of the sample does not exceed), the mean is rounded to a picosecond.
 *
 * @param count how many values; with none, every figure is 0 and means nothing
 * @param mean in ticks
 * @param p50 the median
 * @param p90 the 90th percentile
 * @param p99 the 99th percentile
 * @param max the largest
 */
public record Spread(long count, long mean, long p50, long p90, long p99, long max) {
  private static final int PERCENT = 100;

  /** The spread of the first {@code count} values, which are sorted in place. */
  public static Spread of(long[] values, int count) {
    if (count == 0) {
      return new Spread(0, 0, 0, 0, 0, 0);
    }
    Arrays.sort(values, 0, count);
    return new Spread(
        count,
        mean(values, count),
        percentile(values, count, 50),
        percentile(values, count, 90),
        percentile(values, count, 99),
        values[count - 1]);
  }

  private static long mean(long[] values, int count) {
    BigInteger sum = BigInteger.ZERO;
    long partial = 0;
    for (int i = 0; i < count; i++) {
      long next = partial + values[i];
      if (((partial ^ next) & (values[i] ^ next)) < 0) {
        sum = sum.add(BigInteger.valueOf(partial));
        next = values[i];
      }
      partial = next;
    }
    BigDecimal total = new BigDecimal(sum.add(BigInteger.valueOf(partial)));
    return total.divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_EVEN).longValueExact();
  }

  private static long percentile(long[] sorted, int count, int percent) {
    long rank = ((long) count * percent + PERCENT - 1) / PERCENT;
    return sorted[(int) Math.max(0, rank - 1)];
  }
}
