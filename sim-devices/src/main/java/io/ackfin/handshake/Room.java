package io.ackfin.handshake;

/** What a core can be given, as its book has it; the order is "more room is greater". */
public enum Room {
  /** Nothing. */
  NONE,
  /** A task behind the running one. */
  PENDING_FREE,
  /** A task to run. */
  IDLE;

  private static final Room[] ALL = values();

  static Room of(int position) {
    return ALL[position];
  }
}
