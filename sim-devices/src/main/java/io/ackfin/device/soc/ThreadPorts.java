package io.ackfin.device.soc;

import io.ackfin.device.aicpu.SchedulerPorts;
import io.ackfin.handshake.Location;
import io.ackfin.protocol.DmbWord;

/** Binds scheduler threads to registers and memory. Stateless: all threads share one. */
final class ThreadPorts implements SchedulerPorts {
  private final SocParts parts;

  ThreadPorts(SocParts parts) {
    this.parts = parts;
  }

  @Override
  public long load(int core, Location location, long sampleTick) {
    return location == Location.COND
        ? parts.registers().loadCond(core, sampleTick)
        : parts.flags().load(core, SocParts.flag(location), sampleTick);
  }

  @Override
  public long lastCond(int core) {
    return parts.registers().lastCond(core);
  }

  @Override
  public long nextChange(int core, Location location) {
    return location == Location.COND
        ? parts.registers().nextCond(core)
        : parts.flags().next(core, SocParts.flag(location));
  }

  @Override
  public long store(int core, Location location, int value, long tick) {
    switch (location) {
      case DMB -> {
        if (value == DmbWord.EXIT) {
          parts.log().exitStored(core, tick);
        }
        return atCore(core, parts.registers().storeDmb(core, value, tick));
      }
      case BELL -> {
        return atCore(core, parts.registers().storeBell(core, value, tick));
      }
      case HANK -> parts.memory().storeHank(core, value, tick);
      case WINDOW -> parts.registers().setWindow(core, value != 0);
      default -> atCore(core, parts.flags().set(core, SocParts.flag(location), tick));
    }
    return tick;
  }

  private long atCore(int core, long arrival) {
    parts.arrivals().atCore(core, arrival);
    return arrival;
  }

  @Override
  public void buildPayload(int core, int slot, int subtask, boolean gated, long tick) {
    parts.memory().storePayload(core, slot, SocParts.payload(subtask, gated), tick);
    parts.log().built(core, slot, subtask, tick);
  }

  @Override
  public void fence(int core) {
    parts.memory().fence(core);
    parts.flags().fence(core, parts.registers().lastDmbArrival(core));
  }
}
