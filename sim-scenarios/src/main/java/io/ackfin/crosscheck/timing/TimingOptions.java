package io.ackfin.crosscheck.timing;

/**
 * How much is timed.
 *
 * @param warmUp runs whose times are dropped, 0 or more
 * @param rounds runs that count, 1 or more
 * @param limitNs a warm-up, and so the rounds after it, ends after so long with what there is; one
 *     round is always made
 */
public record TimingOptions(int warmUp, int rounds, long limitNs) {
  // Compilers work on for about a second after the code was first run, and take a processor from
  // it.
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 51;
  private static final long SECOND_NS = 1_000_000_000L;

  /** Enough for the code to be compiled and for a median, in some seconds. */
  public static TimingOptions defaults() {
    return new TimingOptions(WARM_UP, ROUNDS, 3 * SECOND_NS);
  }

  /** These options with other rounds. */
  public TimingOptions withRounds(int others) {
    return new TimingOptions(warmUp, others, limitNs);
  }
}
