package io.ackfin.check;

import io.ackfin.protocol.Invariant;

/**
 * What a check found. Not thread-safe.
 *
 * <p>The message of a violation is worked out only for the first one.
 */
public final class Verdict {
  private final Invariant invariant;
  private long violations;
  private long firstTick;
  private String firstMessage;

  Verdict(Invariant invariant) {
    this.invariant = invariant;
  }

  /** What was watched. */
  public Invariant invariant() {
    return invariant;
  }

  /** Whether nothing violated it. */
  public boolean held() {
    return violations == 0;
  }

  /** How often it was violated. */
  public long violations() {
    return violations;
  }

  /** When it was violated first, in the run's time; meaningless while it held. */
  public long firstTick() {
    return firstTick;
  }

  /** How it was violated first; null while it held. */
  public String firstMessage() {
    return firstMessage;
  }

  void violated(long tick, String format, Object... values) {
    if (violations == 0) {
      firstTick = tick;
      firstMessage = String.format(java.util.Locale.ROOT, format, values);
    }
    violations++;
  }
}
