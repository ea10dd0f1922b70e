package io.ackfin.core.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * A sum of non-negative products of two {@code long}s, 128 bits wide. Each product is below 2^126;
 * the sum of those that one run can add (weights that total at most 2^63 ticks, or fewer than 2^63
 * samples) stays below 2^127.
 */
final class WideSum {
  private long high;
  private long low;

  /** A sum of 0. */
  WideSum() {}

  /** The same sum, to be added to on its own. */
  WideSum(WideSum other) {
    this.high = other.high;
    this.low = other.low;
  }

  /** Adds {@code factor x weight}, both 0 or more. */
  void add(long factor, long weight) {
    long product = factor * weight;
    long sum = low + product;
    // The low halves are unsigned: there is a carry when their sum is smaller than one of them.
    long carry = Long.compareUnsigned(sum, product) < 0 ? 1 : 0;
    high += Math.multiplyHigh(factor, weight) + carry;
    low = sum;
  }

  /** The sum divided by a positive weight, rounded once, half to even. */
  double dividedBy(long weight) {
    BigInteger lowHalf = BigInteger.valueOf(low >>> 1).shiftLeft(1).or(BigInteger.valueOf(low & 1));
    BigInteger sum = BigInteger.valueOf(high).shiftLeft(Long.SIZE).or(lowHalf);
    return new BigDecimal(sum)
        .divide(BigDecimal.valueOf(weight), MathContext.DECIMAL128)
        .doubleValue();
  }
}
