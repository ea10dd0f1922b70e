package io.ackfin.verify;

import io.ackfin.protocol.Subslot;

/** A subtask in six bits: its task, from 1, and its subslot; 0 is no subtask. */
final class TaskCode {
  private static final int SUBSLOT_BITS = 2;
  private static final int SUBSLOT = 3;

  private TaskCode() {}

  static int of(int task, Subslot subslot) {
    return task << SUBSLOT_BITS | subslot.ordinal();
  }

  static int task(int code) {
    return code >>> SUBSLOT_BITS;
  }

  static Subslot subslot(int code) {
    return Subslot.of(code & SUBSLOT);
  }
}
