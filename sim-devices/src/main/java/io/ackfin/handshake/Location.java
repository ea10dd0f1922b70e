package io.ackfin.handshake;

/** The shared places of one core that its programs name. */
public enum Location {
  /** No place. */
  NONE,
  /** Register DATA_MAIN_BASE, lower half. */
  DMB,
  /** Register COND. */
  COND,
  /** Ordinary memory: the slot that the current dispatch's payload lies in. */
  HANK,
  /** Ordinary memory: a payload slot; the access's value is the slot's number. */
  PAYLOAD,
  /** Start-up flag: the control CPU has stored the first payload address. */
  AICPU_READY,
  /** Start-up flag: the core's physical id and type. */
  CORE_REPORT,
  /** The register window of the core. */
  WINDOW,
  /** Start-up flag: the window is open. */
  WINDOW_SAID,
  /** Start-up flag: the core polls. */
  AICORE_DONE,
  /**
   * The core's cached lines; the access's value is a mask of {@link Access#LINE_HANK} and so on.
   */
  CACHE,
  /** The stores of a kernel. */
  OUTPUT,
  /** Register DATA_MAIN_BASE, upper half: the doorbell. */
  BELL,
  /**
   * Register DATA_MAIN_BASE, both halves in one load, as {@link io.ackfin.protocol.DmbWord} lays
   * them out.
   */
  DMB_BOTH;

  private static final Location[] ALL = values();

  /** Whether this is a core's register, reached over the register bus. */
  public boolean isRegister() {
    return this == DMB || this == COND || this == BELL || this == DMB_BOTH;
  }

  static Location of(int position) {
    return ALL[position];
  }
}
