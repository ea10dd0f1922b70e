package io.ackfin.handshake;

import io.ackfin.protocol.Subslot;

/** Which subtasks of a task are complete; the task is when this mask equals its active mask. */
public final class DoneMask {
  private DoneMask() {}

  /** The mask with one more subtask complete. */
  public static int with(int done, Subslot subslot) {
    return done | subslot.bit();
  }

  /** Whether the whole task is complete. */
  public static boolean complete(int done, int activeMask) {
    return done == activeMask;
  }
}
