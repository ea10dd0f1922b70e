package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import java.util.List;

/** Puts steps and situations of a {@link TransitionSystem} into words. */
interface Narrator {
  /**
   * Tells a step.
   *
   * @param number from 1
   * @param move the step, packed
   * @param before the situation that it was taken in; not changed
   * @param after the situation that it led to; not changed
   */
  Step step(int number, int move, long[] before, long[] after);

  /**
   * Says in one sentence how a step breaks an invariant, which is not {@link Invariant#PROGRESS}.
   *
   * @param invariant what breaks
   * @param move the step, packed
   * @param before the situation that it was taken in; not changed
   * @param after the situation that it led to; not changed
   */
  String reason(Invariant invariant, int move, long[] before, long[] after);

  /** The lines that describe a situation. */
  List<String> situation(long[] situation);
}
