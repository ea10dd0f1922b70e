package io.ackfin.device.soc;

import io.ackfin.device.aicore.AicorePorts;
import io.ackfin.handshake.Location;

/** One core's ports, every access written down. */
final class ScriptedCorePorts implements AicorePorts {
  private final int core;
  private final AicorePorts ports;
  private final ScriptedAccess access;

  ScriptedCorePorts(int core, SocParts parts, ScriptedAccess access) {
    this.core = core;
    this.ports = new CorePorts(core, parts);
    this.access = access;
  }

  @Override
  public long load(Location location, int value, long tick) {
    long word = ports.load(location, value, tick);
    if (location == Location.PAYLOAD) {
      access.atPayload(core, value, word);
    } else {
      access.at(core, location, word);
    }
    return word;
  }

  @Override
  public long nextChange(Location location) {
    return ports.nextChange(location);
  }

  @Override
  public void store(Location location, int value, long tick) {
    ports.store(location, value, tick);
    access.at(core, location, value);
  }

  @Override
  public void invalidate(int lines) {
    ports.invalidate(lines);
  }

  @Override
  public long duration(int subtask) {
    return ports.duration(subtask);
  }
}
