package io.ackfin.verify;

import io.ackfin.verify.Move.Kind;
import java.util.Arrays;

/**
 * Three counters that go up in any order, and a fourth word that follows from them: what a search
 * has to do when the steps themselves cost next to nothing. Every situation has one wait and up to
 * three steps, each of which most often leads to a situation found already.
 */
final class LatticeSystem implements TransitionSystem {
  private static final int COUNTERS = 3;
  private static final int WAITING = COUNTERS;
  private static final int UNIT = 1 << 8;

  private final int side;
  private final boolean cyclic;
  private final long[] next = new long[COUNTERS + 1];

  /**
   * A lattice of side^3 situations.
   *
   * @param cyclic whether a last step leads back, so that all situations are one component
   */
  LatticeSystem(int side, boolean cyclic) {
    this.side = side;
    this.cyclic = cyclic;
  }

  @Override
  public int words() {
    return next.length;
  }

  @Override
  public void initial(long[] into) {
    Arrays.fill(into, 0);
  }

  @Override
  public void successors(long[] from, Successors into) {
    int none = Noted.POLLED | 4 << Noted.CASE_SHIFT;
    into.step(Moves.pack(Kind.POLL, 0, 0, 0), WAITING, 0, none, from);
    boolean last = true;
    for (int i = 0; i < COUNTERS; i++) {
      if (from[i] < (side - 1) * (long) UNIT) {
        copy(from);
        next[i] += UNIT;
        follow();
        into.step(Moves.pack(Kind.CORE, 0, i, 0), i, 0, 0, next);
        last = false;
      }
    }
    if (last && cyclic) {
      initial(next);
      into.step(Moves.pack(Kind.STOP, 0, 0, 0), WAITING, 0, 0, next);
    }
  }

  private void copy(long[] from) {
    for (int i = 0; i < next.length; i++) {
      next[i] = from[i];
    }
  }

  private void follow() {
    next[COUNTERS] = next[0] * 3 ^ next[1] << 20 ^ next[2] << 40;
  }

  @Override
  public boolean ended(long[] situation) {
    return !cyclic;
  }

  @Override
  public long excused(long[] situation) {
    return 0;
  }

  @Override
  public void canonical(long[] situation) {}
}
