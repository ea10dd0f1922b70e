package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import java.util.List;

/** Says nothing about systems that mean nothing. */
final class SilentNarrator implements Narrator {
  @Override
  public Step step(int number, int move, long[] before, long[] after) {
    return new Step(number, Moves.unpack(move), "", "", "");
  }

  @Override
  public String reason(Invariant invariant, int move, long[] before, long[] after) {
    return "";
  }

  @Override
  public List<String> situation(long[] situation) {
    return List.of();
  }
}
