package io.ackfin.core.stats;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/**
 * How long something took, over all its occurrences, in picoseconds. Count, mean and maximum are
 * exact. Percentiles come from a histogram with three significant digits: they are exact below
 * 2,048 ps, and above that at most 0.1 % too high, never above the maximum.
 *
 * <p>The histogram grows when a sample exceeds all before it by far, and allocates only then.
 */
public final class Distribution implements Statistic {
  private static final int SIGNIFICANT_DIGITS = 3;

  private final Declaration declaration;
  private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
  private final WideSum sum = new WideSum();
  private long max;

  Distribution(Declaration declaration) {
    this.declaration = declaration;
  }

  /**
   * One more occurrence.
   *
   * @param picoseconds how long it took, 0 or more
   * @throws IllegalArgumentException if that is negative
   */
  public void record(long picoseconds) {
    if (picoseconds < 0) {
      throw new IllegalArgumentException(declaration + ": " + picoseconds + " ps (expected: >= 0)");
    }
    histogram.recordValue(picoseconds);
    sum.add(picoseconds, 1);
    max = Math.max(max, picoseconds);
  }

  /** How many there were. */
  public long count() {
    return histogram.getTotalCount();
  }

  /** The mean, rounded once; empty if there were none. */
  public OptionalDouble mean() {
    return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum.dividedBy(count()));
  }

  /** The longest; empty if there were none. */
  public OptionalLong max() {
    return count() == 0 ? OptionalLong.empty() : OptionalLong.of(max);
  }

  /** The smallest recorded time that half of them do not exceed; empty if there were none. */
  public OptionalLong p50() {
    return percentile(50);
  }

  /** The same for 90 of 100. */
  public OptionalLong p90() {
    return percentile(90);
  }

  /** The same for 99 of 100. */
  public OptionalLong p99() {
    return percentile(99);
  }

  private OptionalLong percentile(double percent) {
    if (count() == 0) {
      return OptionalLong.empty();
    }
    // The histogram answers with the upper border of a bucket, which may lie above every sample.
    return OptionalLong.of(Math.min(max, histogram.getValueAtPercentile(percent)));
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }
}
