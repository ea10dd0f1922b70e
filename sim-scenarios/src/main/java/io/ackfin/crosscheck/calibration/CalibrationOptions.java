package io.ackfin.crosscheck.calibration;

/**
 * How much is measured.
 *
 * @param warmUp rounds whose results are dropped
 * @param rounds rounds that count, 1 or more
 * @param events how many handovers or tasks each probe times in a round, 20 or more
 * @param limitNs a warm-up, and so the rounds after it, ends after so long with what there is; the
 *     round under way and three that count are always finished
 */
public record CalibrationOptions(int warmUp, int rounds, int events, long limitNs) {
  private static final long SECOND_NS = 1_000_000_000L;

  /** Some seconds on a machine that does nothing else, at most half a minute on one that does. */
  public static CalibrationOptions thorough() {
    return new CalibrationOptions(30, 61, 600, 10 * SECOND_NS);
  }

  /** A second: enough to see that it works and in which state the host is. */
  public static CalibrationOptions quick() {
    return new CalibrationOptions(10, 15, 100, SECOND_NS / 2);
  }
}
