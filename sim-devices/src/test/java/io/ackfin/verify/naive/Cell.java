package io.ackfin.verify.naive;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.verify.StoreOrder;

/** A place of one core in memory. */
enum Cell {
  DMB(Location.DMB),
  BELL(Location.BELL),
  COND(Location.COND),
  WINDOW(Location.WINDOW),
  HANK(Location.HANK),
  PAYLOAD_0(Location.PAYLOAD),
  PAYLOAD_1(Location.PAYLOAD),
  AICPU_READY(Location.AICPU_READY),
  CORE_REPORT(Location.CORE_REPORT),
  WINDOW_SAID(Location.WINDOW_SAID),
  AICORE_DONE(Location.AICORE_DONE);

  private final Location location;

  Cell(Location location) {
    this.location = location;
  }

  /** The place that an access names; not for both halves of DMB in one load. */
  static Cell of(long access) {
    Location location = Access.location(access);
    if (location == Location.PAYLOAD) {
      return Access.value(access) == 0 ? PAYLOAD_0 : PAYLOAD_1;
    }
    for (Cell cell : values()) {
      if (cell.location == location) {
        return cell;
      }
    }
    throw new IllegalArgumentException("no cell: " + location);
  }

  boolean isPayload() {
    return location == Location.PAYLOAD;
  }

  /** The window is opened and closed over the register bus, as the registers are written. */
  boolean isRegister() {
    return location.isRegister() || this == WINDOW;
  }

  /** Whether relaxed memory may make a store to this place pass others: see {@link StoreOrder}. */
  boolean isMovable(StoreOrder memory) {
    return memory.mode() == MemoryMode.RELAXED
        && (memory.movable().contains(location) || memory.movable().equals(StoreOrder.PLACES));
  }

  /** The line that the core reads this place through, as an access names it; 0 for none. */
  int line() {
    if (isPayload()) {
      return Access.LINE_PAYLOAD;
    }
    return this == HANK ? Access.LINE_HANK : 0;
  }

  /** What stands in this place as people write it. */
  String format(Word word) {
    return switch (this) {
      case COND -> CondWord.format(word.value());
      case DMB -> DmbWord.format(word.value());
      case PAYLOAD_0, PAYLOAD_1 -> word.subtask().toString();
      default -> Integer.toString(word.value());
    };
  }
}
