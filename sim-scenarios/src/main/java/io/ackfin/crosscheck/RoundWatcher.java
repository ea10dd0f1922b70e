package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;

/** Whoever wants to know of each round, and may end the cross-check. Called by its thread. */
public interface RoundWatcher {
  /** Nobody looks. */
  RoundWatcher NONE = new RoundWatcher() {};

  /** A round is about to begin. */
  default void begins() {}

  /** Whether to stop: asked after each round, which counts only if it finished all the same. */
  default boolean stop() {
    return false;
  }

  /** The round was judged. What is needed of the run has to be taken now: it is not kept. */
  default void judged(RecordedRun run, Judgement found) {}
}
