package io.ackfin.verify;

/** How often the steps that were looked at showed what is worth showing; waits are counted too. */
final class Coverage {
  private static final int CASES = 8;
  private static final int CASE = CASES - 1;

  private final long[] cases = new long[CASES];
  private final long[] inputs = new long[Noted.INPUT + 1];
  private long guardWaits;
  private long finSkips;
  private long aborts;

  /** Counts what a step showed, in bits of {@link Noted}. */
  void add(int noted) {
    if ((noted & Noted.POLLED) != 0) {
      cases[noted >>> Noted.CASE_SHIFT & CASE]++;
      inputs[noted & Noted.INPUT]++;
    }
    guardWaits += (noted & Noted.GUARD_WAIT) == 0 ? 0 : 1;
    finSkips += (noted & Noted.FIN_SKIP) == 0 ? 0 : 1;
    aborts += (noted & Noted.ABORT) == 0 ? 0 : 1;
  }

  /** Polls that were a completion case, by its position. */
  long cases(int position) {
    return cases[position];
  }

  /** Polls that looked a cell of the completion table up. */
  long inputs(int cell) {
    return inputs[cell];
  }

  /** Looks of the guard that let it wait. */
  long guardWaits() {
    return guardWaits;
  }

  /** FINs that a core left out. */
  long finSkips() {
    return finSkips;
  }

  /** Dispatches that were given up. */
  long aborts() {
    return aborts;
  }
}
