package io.ackfin.device.soc;

import io.ackfin.handshake.Location;

/**
 * The last access to a place that a scripted chip's cores, threads or stores on their way made: one
 * cell, overwritten by the next. Read by whoever wrote the script, to see whether the chip did what
 * it was meant to do. Not thread-safe.
 */
public final class ScriptedAccess {
  private Location location = Location.NONE;
  private int core;
  private int slot;
  private long word;

  ScriptedAccess() {}

  /** Forgets the last access, so that a row without one shows as such. */
  public void clear() {
    location = Location.NONE;
  }

  /** Where it was; {@link Location#NONE} if there was none. */
  public Location location() {
    return location;
  }

  /** The core whose place it was. */
  public int core() {
    return core;
  }

  /** The slot, if it was that of a payload; else 0. */
  public int slot() {
    return slot;
  }

  /**
   * What was read or written. Of a payload the low 32 bits are the subtask's number, or -1 where
   * nothing was built, and the bit above them says whether it is gated.
   */
  public long word() {
    return word;
  }

  void at(int onCore, Location place, long value) {
    atPayload(onCore, 0, value);
    location = place;
  }

  void atPayload(int onCore, int ofSlot, long value) {
    core = onCore;
    location = Location.PAYLOAD;
    slot = ofSlot;
    word = value;
  }
}
