package io.ackfin.crosscheck.calibration;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The median of a sample, and an interval that holds the median of what it was drawn from with a
 * probability of 95 % at least, whatever that is distributed like: between two values of the sample
 * whose ranks the binomial distribution gives. A sample of less than six is too small for it; then
 * the interval is from the smallest to the largest, and its probability less.
 *
 * @param value the median
 * @param low where the interval begins
 * @param high where it ends
 * @param count how many values there were
 */
public record Estimate(double value, double low, double high, int count) {
  private static final double ONE_SIDE = 0.025;
  private static final double HALF = 0.5;

  /** The estimate from a sample of one value at least. */
  public static Estimate of(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    BinomialDistribution below = new BinomialDistribution(null, count, HALF);
    // Ranks count from 1; the interval ends as many from the top as it begins from the bottom.
    int rank = Math.max(1, below.inverseCumulativeProbability(ONE_SIDE));
    double middle = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    return new Estimate(middle, sorted[rank - 1], sorted[count - rank], count);
  }

  /** The larger of the distances from the value to the interval's ends. */
  public double halfWidth() {
    return Math.max(high - value, value - low);
  }
}
