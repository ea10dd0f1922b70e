package io.ackfin.runtime.probe;

import java.util.Arrays;

/**
 * The mean of the middle half of a sample. Unlike a mean it does not mind the few values that are
 * thousands of times too long because a thread lost its processor; unlike a median it resolves more
 * than the clock's step, since it still averages over steps.
 */
public final class Middle {
  private static final int QUARTERS = 4;

  private Middle() {}

  /**
   * The mean of what is left without the smallest and the largest quarter.
   *
   * @param values one at least; sorted in place
   */
  public static double of(long[] values) {
    Arrays.sort(values);
    int cut = values.length / QUARTERS;
    double sum = 0;
    for (int i = cut; i < values.length - cut; i++) {
      sum += values[i];
    }
    return sum / (values.length - 2 * cut);
  }
}
