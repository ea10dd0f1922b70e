package io.ackfin.device.aicore;

import io.ackfin.handshake.Location;

/** What a compute core is connected to. All ticks are picoseconds; a core calls with its own. */
public interface AicorePorts {
  /**
   * A load.
   *
   * @param value for a payload the slot
   * @return the register's word; the slot that hank.task names; or of a payload the subtask's
   *     number, in the low 32 bits, and above it 1 if it is gated, else 0
   */
  long load(Location location, int value, long tick);

  /**
   * The tick from which on a load of a register or flag may give something else than the last one
   * gave, as far as that is on its way by now; one that has passed if nobody keeps account of that,
   * {@link Long#MAX_VALUE} if nothing is on its way. What is sent later, the core is told of.
   */
  long nextChange(Location location);

  /** A store. */
  void store(Location location, int value, long tick);

  /** Drops cached lines, a mask of {@link io.ackfin.handshake.Access#LINE_HANK} and so on. */
  void invalidate(int lines);

  /** How long a subtask's kernel runs; 0 for a number that is no subtask's. */
  long duration(int subtask);
}
