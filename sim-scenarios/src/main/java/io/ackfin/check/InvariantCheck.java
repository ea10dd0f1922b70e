package io.ackfin.check;

import io.ackfin.protocol.HandshakeListener;

/** Watches one invariant over the stream of what happened. */
interface InvariantCheck extends HandshakeListener {
  /** What was found up to now. */
  Verdict verdict();

  /**
   * The run is over. What is missing at the end counts only if the run finished; otherwise it is
   * the consequence of what stopped it.
   *
   * @param finished whether every task is complete, every thread ended, every core out of its loop
   * @param why what stopped the run otherwise
   */
  default void onEnd(long tick, boolean finished, String why) {}
}
