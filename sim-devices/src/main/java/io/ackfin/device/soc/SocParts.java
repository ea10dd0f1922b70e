package io.ackfin.device.soc;

import io.ackfin.device.memory.DispatchMemory;
import io.ackfin.device.memory.FlagMemory;
import io.ackfin.device.mmio.RegisterFile;
import io.ackfin.handshake.Location;
import io.ackfin.workload.TaskGraph;

/**
 * What ports are bound to.
 *
 * @param registers of all cores
 * @param memory of all cores
 * @param flags of all cores
 * @param graph the workload
 * @param log told what happens
 * @param arrivals told what is sent
 * @param parking whether pollers ask what is on its way to them
 */
record SocParts(
    RegisterFile registers,
    DispatchMemory memory,
    FlagMemory flags,
    TaskGraph graph,
    HandshakeTeller log,
    Arrivals arrivals,
    boolean parking) {

  /** The word of a payload: its subtask's number, and above it whether it is gated. */
  static long payload(int subtask, boolean gated) {
    return Integer.toUnsignedLong(subtask) | (gated ? 1L << Integer.SIZE : 0);
  }

  /** The flag at a location that is a flag's. */
  static FlagMemory.Flag flag(Location location) {
    return switch (location) {
      case AICPU_READY -> FlagMemory.Flag.AICPU_READY;
      case CORE_REPORT -> FlagMemory.Flag.CORE_REPORT;
      case WINDOW_SAID -> FlagMemory.Flag.WINDOW_SAID;
      case AICORE_DONE -> FlagMemory.Flag.AICORE_DONE;
      case NONE, DMB, COND, HANK, PAYLOAD, WINDOW, CACHE, OUTPUT, BELL, DMB_BOTH ->
          throw new IllegalArgumentException("location: " + location + " (expected: a flag)");
    };
  }
}
