package io.ackfin.device.aicpu;

import io.ackfin.handshake.Location;

/**
 * Which steps of a scheduler thread are events. What a thread does, and at which tick, does not
 * depend on it: only steps that would find nothing may be left out.
 */
interface Steps {
  /** The thread has begun something whose end is its next step. */
  void next(long now, long cost);

  /** A step begins: makes up for those that were left out before it. */
  void resume(long now);

  /** Makes up for what was left out so far, without a step. */
  void settle(long now);

  /** A program on a core has ended, and its book stands. */
  void walked(int core);

  /**
   * A turn has ended.
   *
   * @param quiet whether its dispatch round and its end found nothing to do, and will find nothing
   *     in later turns until something changes
   */
  void turnEnded(boolean quiet);

  /** Something has changed that a dispatch round or the end of a turn may see. */
  void changed();

  /** What a core stored at a location can be sampled from a tick on; told when it is stored. */
  void arrives(int core, Location location, long tick);
}
