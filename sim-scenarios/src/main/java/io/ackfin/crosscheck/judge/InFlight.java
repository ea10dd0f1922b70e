package io.ackfin.crosscheck.judge;

/** A dispatch as its records tell of it, and between which times it was noted. */
final class InFlight {
  final int subtask;
  int id = RunView.NONE;
  long notBeforeNs;
  long notAfterNs = Long.MAX_VALUE;

  /** A dispatch that begins. */
  InFlight(int subtask, long beginNs) {
    this.subtask = subtask;
    notBeforeNs = beginNs;
  }

  /** Its payload is built: the time is taken after that. */
  void built(long endNs) {
    notBeforeNs = endNs;
  }

  /** The first access after that begins: the time was taken before. */
  void accessed(long beginNs) {
    notAfterNs = Math.min(notAfterNs, beginNs);
  }
}
