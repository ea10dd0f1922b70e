package io.ackfin.verify;

/**
 * The bytes that a search may take, so that it ends as not finished before the machine's memory is
 * used up. Counts the elements of the arrays that grow with the states; their headers and
 * everything of fixed size is left out.
 */
final class MemoryBudget {
  private final long bytes;
  private long taken;

  MemoryBudget(long bytes) {
    this.bytes = bytes;
  }

  /** Takes bytes; false, and nothing is taken, if so many are not left. */
  boolean take(long wanted) {
    if (wanted > bytes - taken) {
      return false;
    }
    taken += wanted;
    return true;
  }

  /** Gives bytes back. */
  void give(long returned) {
    taken -= returned;
  }

  /** Bytes taken and not given back. */
  long taken() {
    return taken;
  }
}
