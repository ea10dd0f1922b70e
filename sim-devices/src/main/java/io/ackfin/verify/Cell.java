package io.ackfin.verify;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.Location;

/** The places of a core that stores on their way can be bound for. */
enum Cell {
  NONE(Location.NONE),
  DMB(Location.DMB),
  BELL(Location.BELL),
  WINDOW(Location.WINDOW),
  HANK(Location.HANK),
  PAYLOAD_0(Location.PAYLOAD),
  PAYLOAD_1(Location.PAYLOAD),
  READY(Location.AICPU_READY),
  SAID(Location.WINDOW_SAID);

  private static final Cell[] ALL = values();

  private final Location location;

  Cell(Location location) {
    this.location = location;
  }

  static Cell of(int position) {
    return ALL[position];
  }

  /** The place that an access of a scheduler's program stores to. */
  static Cell storedBy(long access) {
    return switch (Access.location(access)) {
      case DMB -> DMB;
      case BELL -> BELL;
      case WINDOW -> WINDOW;
      case HANK -> HANK;
      case PAYLOAD -> Access.value(access) == 0 ? PAYLOAD_0 : PAYLOAD_1;
      case AICPU_READY -> READY;
      case WINDOW_SAID -> SAID;
      default -> throw new IllegalStateException(Access.location(access) + ": no thread stores it");
    };
  }

  Location location() {
    return location;
  }

  /** Whether stores to it keep their order with all others to registers. */
  boolean isRegister() {
    return this == DMB || this == BELL || this == WINDOW;
  }
}
