package io.ackfin.run.replay;

/**
 * The gated dispatches that are in flight, and which of them were rung for: common knowledge of all
 * threads. Not thread-safe.
 */
final class Bells {
  private final int[] gated;
  private final int[] rung;

  Bells(int cores) {
    gated = new int[cores];
    rung = new int[cores];
  }

  void published(int core, int ordinal) {
    gated[core] |= 1 << ordinal;
  }

  void ring(int core, int ordinal) {
    rung[core] |= 1 << ordinal;
  }

  /** The ordinals of a core that have to be rung for, as bits. */
  int toRing(int core) {
    return gated[core] & ~rung[core];
  }

  /** Whether there is anything to ring for. */
  boolean any() {
    for (int core = 0; core < gated.length; core++) {
      if (toRing(core) != 0) {
        return true;
      }
    }
    return false;
  }
}
