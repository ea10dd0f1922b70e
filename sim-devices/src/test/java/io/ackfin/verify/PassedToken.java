package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move.Kind;
import java.util.List;

/** Two identical processes of which one has a token; its only step is to give it to the other. */
final class PassedToken implements TransitionSystem, Narrator {
  private final long[] next = new long[1];

  @Override
  public int words() {
    return 1;
  }

  @Override
  public void initial(long[] into) {
    into[0] = 0;
  }

  @Override
  public void successors(long[] from, Successors into) {
    next[0] = 1 - from[0];
    into.step(Moves.pack(Kind.CORE, 0, (int) from[0], 0), (int) from[0], 0, 0, next);
  }

  @Override
  public boolean ended(long[] situation) {
    return false;
  }

  @Override
  public long excused(long[] situation) {
    return 0;
  }

  @Override
  public void canonical(long[] situation) {
    situation[0] = 0;
  }

  @Override
  public Step step(int number, int move, long[] before, long[] after) {
    return new Step(number, Moves.unpack(move), "" + before[0], "to", "" + after[0]);
  }

  @Override
  public String reason(Invariant invariant, int move, long[] before, long[] after) {
    throw new AssertionError("no step breaks anything");
  }

  @Override
  public List<String> situation(long[] situation) {
    return List.of("" + situation[0]);
  }
}
