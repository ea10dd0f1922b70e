package io.ackfin.verify;

import io.ackfin.protocol.Invariant;

/**
 * The situation after a step, while the step is being taken, and what the step broke and showed.
 * One per system, used again for every step.
 */
final class Draft {
  /** The situation in the making. */
  final long[] now;

  private int broken;
  private int noted;

  Draft(int words) {
    now = new long[words];
  }

  /** Begins a step in a situation. */
  void begin(long[] from) {
    System.arraycopy(from, 0, now, 0, now.length);
    broken = 0;
    noted = 0;
  }

  void breaksIf(boolean condition, Invariant invariant) {
    if (condition) {
      broken |= 1 << invariant.ordinal();
    }
  }

  void note(int bits) {
    noted |= bits;
  }

  int broken() {
    return broken;
  }

  int noted() {
    return noted;
  }
}
