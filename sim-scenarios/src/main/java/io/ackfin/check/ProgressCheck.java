package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/** Watches {@link Invariant#PROGRESS}. */
final class ProgressCheck implements InvariantCheck {
  private final Verdict verdict = new Verdict(Invariant.PROGRESS);

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    // Only the end of the run tells.
  }

  @Override
  public void onEnd(long tick, boolean finished, String why) {
    if (!finished) {
      verdict.violated(tick, "%s", why);
    }
  }
}
