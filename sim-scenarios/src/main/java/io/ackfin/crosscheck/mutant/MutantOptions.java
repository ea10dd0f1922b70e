package io.ackfin.crosscheck.mutant;

/**
 * How long to look.
 *
 * @param rounds how often a fault is run at most until it is caught, 1 or more
 * @param harmlessRounds how often one that is harmless is run, 1 or more
 * @param cleanRuns how many runs without a fault there are, 0 or more
 * @param stuckMs how long a run may make no progress before it counts as stuck, in milliseconds, 1
 *     or more; applies to harmful faults only, since a host that is slow is no fault
 * @param seed of the runs without a fault
 */
public record MutantOptions(int rounds, int harmlessRounds, int cleanRuns, int stuckMs, long seed) {
  private static final int DEFAULT_ROUNDS = 50;
  private static final int DEFAULT_HARMLESS_ROUNDS = 20;
  private static final int DEFAULT_CLEAN_RUNS = 1_000;
  private static final int DEFAULT_STUCK_MS = 500;

  public MutantOptions {
    atLeast("rounds", rounds, 1);
    atLeast("harmlessRounds", harmlessRounds, 1);
    atLeast("cleanRuns", cleanRuns, 0);
    atLeast("stuckMs", stuckMs, 1);
  }

  /** 50 rounds at most, 20 for what is harmless, 1,000 clean runs, half a second, seed 1. */
  public static MutantOptions defaults() {
    return new MutantOptions(
        DEFAULT_ROUNDS, DEFAULT_HARMLESS_ROUNDS, DEFAULT_CLEAN_RUNS, DEFAULT_STUCK_MS, 1);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "%s: %d (expected: %d or more)".formatted(name, value, least));
    }
  }
}
