package io.ackfin.runtime.dispatch;

/** What its scheduler knows of one dispatch on a core, or that there is none. */
final class InFlight {
  /** No dispatch: no 31-bit value. */
  static final int NONE = -1;

  int id = NONE;
  int subtask;
  int kernelId;
  int subslotBit;

  /** When it was dispatched, before the guard's wait. */
  long dispatchNs;

  boolean isEmpty() {
    return id == NONE;
  }

  void clear() {
    id = NONE;
  }
}
