package io.ackfin.verify;

/** What a step can show, as bits, for the coverage of a search. */
final class Noted {
  /** Bits 0 to 3: the cell of the completion table that a poll looked up. */
  static final int INPUT = 0x1F;

  /** The step was a poll: {@link #INPUT} and {@link #CASE_SHIFT} have a meaning. */
  static final int POLLED = 1 << 5;

  /** From this bit on, three bits: the position of the completion case. */
  static final int CASE_SHIFT = 6;

  /** The guard waited. */
  static final int GUARD_WAIT = 1 << 9;

  /** A core left its FIN out. */
  static final int FIN_SKIP = 1 << 10;

  /** A dispatch was given up. */
  static final int ABORT = 1 << 11;

  private Noted() {}
}
