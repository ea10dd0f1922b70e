package io.ackfin.runtime.dispatch;

/** The protocols that can be run (the package's rule). */
public enum Variant {
  /** One slot: a core is dispatched to when it is idle. */
  SINGLE_SLOT("single-slot"),
  /** Two slots in turn, FIN left out when more waits, a guard before each pending dispatch. */
  DUAL_SLOT("dual-slot"),
  /** Two slots chosen by the id's parity, FIN always, the pending slot closed until an ACK. */
  DUAL_SLOT_PARITY("dual-slot-parity");

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  /** Whether a busy core can be dispatched to. */
  boolean twoSlots() {
    return this != SINGLE_SLOT;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
