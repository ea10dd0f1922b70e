package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;

/** Whoever wants to know of each round, and may end the cross-check. Called by its thread. */
public interface RoundWatcher {
  /** Nobody looks. */
  RoundWatcher NONE = new RoundWatcher() {};

  /** A round is about to begin. */
  default void begins(int round, int count) {}

  /** Whether to stop: asked after each round, which counts only if it finished all the same. */
  default boolean stop() {
    return false;
  }

  /**
   * A round was judged. What is needed of the run has to be taken now: it is not kept.
   *
   * @param round counted from 1
   */
  default void judged(int round, RecordedRun run, Judgement found) {}
}
