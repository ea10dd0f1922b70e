package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import java.util.List;

/** Puts steps and situations of a transition system into words. */
interface Narrator {
  /**
   * A step in words.
   *
   * @param number from 1
   * @param move the step, packed
   * @param before the situation before it
   * @param after the situation after it
   */
  Step step(int number, int move, long[] before, long[] after);

  /** Why a step breaks an invariant, in one sentence. */
  String reason(Invariant invariant, int move, long[] before, long[] after);

  /** A situation, a line each for cores, threads and stores on their way. */
  List<String> situation(long[] situation);
}
