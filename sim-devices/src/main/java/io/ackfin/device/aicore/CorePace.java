package io.ackfin.device.aicore;

import io.ackfin.handshake.CoreOperation;

/**
 * When the rows of a core's program take effect. A core asks for each row when the row before it
 * has taken effect.
 */
public interface CorePace {
  /** In place of a time: the core waits until it is told to go on. */
  long UNTIL_TOLD = -1;

  /**
   * How long the core takes over a row.
   *
   * @param operation what is done there
   * @param kernelDuration how long the running kernel takes, in ticks; of no meaning but for its
   *     end
   * @return ticks, 0 for a row that happens at once after the one before it, or {@link #UNTIL_TOLD}
   */
  long of(CoreOperation operation, long kernelDuration);

  /**
   * The ticks, 1 or more, between two reads of a wait, or {@link #UNTIL_TOLD}; always the same, so
   * that a core need ask only once.
   */
  long poll();
}
