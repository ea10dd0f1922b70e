package io.ackfin.device.aicpu;

import io.ackfin.handshake.Location;

/** What a scheduler thread is connected to. All ticks are picoseconds. */
public interface SchedulerPorts {
  /** A load of a register or flag of a core, sampled at a tick. */
  long load(int core, Location location, long sampleTick);

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
