package io.ackfin.device.soc;

import io.ackfin.device.aicore.AicorePorts;
import io.ackfin.device.memory.DispatchMemory;
import io.ackfin.handshake.Access;
import io.ackfin.handshake.Location;

/** Binds one core's ports to registers, memory and workload. */
final class CorePorts implements AicorePorts {
  private final int core;
  private final SocParts parts;

  CorePorts(int core, SocParts parts) {
    this.core = core;
    this.parts = parts;
  }

  @Override
  public long load(Location location, int value, long tick) {
    return switch (location) {
      case DMB -> parts.registers().readDmb(core, tick);
      case DMB_BOTH -> parts.registers().readWholeDmb(core, tick);
      case HANK -> parts.memory().readHank(core, tick);
      case PAYLOAD -> payload(parts.memory().readPayload(core, value, tick));
      default -> parts.flags().load(core, SocParts.flag(location), tick);
    };
  }

  @Override
  public long nextChange(Location location) {
    if (!parts.parking()) {
      return Long.MIN_VALUE;
    }
    return switch (location) {
      case DMB -> parts.registers().nextDmb(core);
      case DMB_BOTH -> parts.registers().nextWholeDmb(core);
      default -> parts.flags().next(core, SocParts.flag(location));
    };
  }

  @Override
  public void store(Location location, int value, long tick) {
    long arrival =
        location == Location.COND
            ? parts.registers().writeCond(core, value, tick)
            : parts.flags().set(core, SocParts.flag(location), tick);
    parts.arrivals().atThread(core, location, arrival);
  }

  @Override
  public void invalidate(int lines) {
    parts
        .memory()
        .invalidate(core, (lines & Access.LINE_HANK) != 0, (lines & Access.LINE_PAYLOAD) != 0);
  }

  @Override
  public long duration(int subtask) {
    return subtask < 0 ? 0 : parts.graph().duration(subtask);
  }

  /** No subtask and not gated, where nothing was built. */
  private static long payload(long word) {
    return word == DispatchMemory.NOTHING_BUILT ? SocParts.payload(-1, false) : word;
  }
}
