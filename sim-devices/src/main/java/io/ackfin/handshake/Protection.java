package io.ackfin.handshake;

/** A rule of the handshake that can be switched off, to see what it protects against. */
public enum Protection {
  /**
   * A dispatch behind a running task waits until the core has acknowledged that task; in the parity
   * variant a dispatch closes the pending slot until then.
   */
  ACK_GUARD("ack-guard"),
  /** Payload slots are used in turn; off: always slot 0. */
  SLOT_FLIP("slot-flip"),
  /** A core that finds its next task waiting writes no FIN; off: FIN after every task. */
  FIN_SKIP("fin-skip"),
  /** FIN of the pending dispatch completes the running and the pending subtask. */
  CASE_A("case-a"),
  /** ACK of the pending dispatch completes the running subtask and promotes the pending one. */
  CASE_B("case-b"),
  /** FIN of the running dispatch, nothing pending, completes it and idles the core. */
  CASE_C("case-c"),
  /**
   * FIN of the running dispatch with another pending completes the first and promotes the second.
   */
  CASE_D("case-d"),
  /** The core reads the payload's address before it acknowledges; off: after. */
  PAYLOAD_BEFORE_ACK("payload-before-ack"),
  /**
   * A barrier before the DATA_MAIN_BASE store; off: stores to payload, hank.task and DMB may become
   * visible in any order.
   */
  STORE_ORDER("store-order"),
  /**
   * The core invalidates its cached lines before it reads a dispatch; off: it may see previous
   * contents.
   */
  CACHE_INVALIDATE("cache-invalidate"),
  /** The same, for the line of hank.task alone. */
  CACHE_INVALIDATE_HANK("cache-invalidate:hank"),
  /** The same, for the lines of the payload alone. */
  CACHE_INVALIDATE_PAYLOAD("cache-invalidate:payload");

  private final String label;

  Protection(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
