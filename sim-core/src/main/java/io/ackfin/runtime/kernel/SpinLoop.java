package io.ackfin.runtime.kernel;

/**
 * Work that takes a chosen time: rounds of one multiplication and one exclusive-or each, whose rate
 * was measured once against the host's clock. Any thread.
 */
final class SpinLoop {
  private static final int MEASURED_ROUNDS = 20_000;
  private static final int MEASUREMENTS_WITHOUT_GAIN = 200;
  private static final double GAIN = 1.02;
  private static final long MULTIPLIER = 6364136223846793005L;

  /** Rounds per nanosecond on an undisturbed processor. */
  private static final double RATE = measure();

  private SpinLoop() {}

  /**
   * Keeps the processor busy.
   *
   * @param nanos how long about, 0 or more
   * @param seed where the chain of multiplications begins
   * @return where it ended, to be used as a seed so that no round can be left out
   */
  static long spin(long nanos, long seed) {
    return rounds((long) (nanos * RATE), seed);
  }

  // Each round needs the result of the one before, so no processor can do two at once; and of a
  // product and an exclusive-or no compiler makes one step of two, which it does with a product and
  // a sum, in some places where it puts the loop and not in others: then the rate would not hold.
  private static long rounds(long count, long seed) {
    long value = seed;
    for (long i = 0; i < count; i++) {
      value = value * MULTIPLIER ^ value >>> Integer.SIZE;
    }
    return value;
  }

  // The fastest measurement, as other work of the machine can only make one slower; and long after
  // the last gain, as the compiler may come to the loop late.
  private static double measure() {
    long value = 1;
    double best = 0;
    for (int without = 0; without < MEASUREMENTS_WITHOUT_GAIN; without++) {
      long start = System.nanoTime();
      value = rounds(MEASURED_ROUNDS, value);
      double rate = (double) MEASURED_ROUNDS / Math.max(1, System.nanoTime() - start);
      if (rate > best * GAIN) {
        best = rate;
        without = 0;
      }
    }
    // The value takes part, but never changes the result: it is not worth half of a double's bit.
    return best + (value & 1) * Double.MIN_VALUE;
  }
}
