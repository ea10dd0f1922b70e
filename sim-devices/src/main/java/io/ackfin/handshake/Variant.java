package io.ackfin.handshake;

/** A way for scheduler and core to hand tasks over; each is a table of its own. */
public enum Variant {
  /** One payload slot; a core gets its next task when it is idle: the baseline. */
  SINGLE_SLOT("single-slot"),
  /**
   * Two slots used in turn; the next task waits behind the running one, and a core with a task
   * behind writes no FIN.
   */
  DUAL_SLOT("dual-slot"),
  /**
   * Two slots at fixed addresses, chosen by the lowest bit of the dispatch id; always a FIN, and
   * the pending slot opens with a polled ACK.
   */
  DUAL_SLOT_PARITY("dual-slot-parity");

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  /** The name in files and on the command line. */
  @Override
  public String toString() {
    return label;
  }
}
