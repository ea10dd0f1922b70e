package io.ackfin.device.aicpu;

import io.ackfin.handshake.Location;

/** What a scheduler thread is connected to. All ticks are picoseconds. */
public interface SchedulerPorts {
  /** A load of a register or flag of a core, sampled at a tick. */
  long load(int core, Location location, long sampleTick);

  /** What the last load of a core's COND gave. */
  long lastCond(int core);

  /**
   * The tick from which on a sample of a register or flag may give something else than the last one
   * gave, as far as that is on its way by now; {@link Long#MAX_VALUE} if nothing is. What is sent
   * later, the thread that owns the core is told of.
   */
  long nextChange(int core, Location location);

  /**
   * A store to a register, flag or word of a core.
   *
   * @param tick the end of its issue
   * @return the tick at which it has arrived
   */
  long store(int core, Location location, int value, long tick);

  /**
   * Builds a subtask's payload in a slot of a core.
   *
   * @param gated whether the payload says that the subtask has to wait for its doorbell
   */
  void buildPayload(int core, int slot, int subtask, boolean gated, long tick);

  /** Makes earlier stores for a core visible before later ones. */
  void fence(int core);
}
