package io.ackfin.check;

import java.util.Arrays;

/**
 * What was published to each core and has not run yet, oldest first. A ring of numbers per core,
 * which grows and never shrinks: every event of every subtask passes here. Not thread-safe.
 */
final class DispatchOrder {
  /** Nothing was published that has not run. */
  static final int NOTHING = -1;

  // A core holds two dispatches at most while the handshake works; a power of two, for the mask.
  private static final int INITIAL_CAPACITY = 4;

  private final int[][] rings;
  private final int[] heads;
  private final int[] sizes;

  DispatchOrder(int cores) {
    rings = new int[cores][INITIAL_CAPACITY];
    heads = new int[cores];
    sizes = new int[cores];
  }

  void published(int core, int subtask) {
    if (sizes[core] == rings[core].length) {
      grow(core);
    }
    rings[core][(heads[core] + sizes[core]) & (rings[core].length - 1)] = subtask;
    sizes[core]++;
  }

  /** The subtask that the core has to handle next, or {@link #NOTHING}. */
  int next(int core) {
    return sizes[core] == 0 ? NOTHING : rings[core][heads[core]];
  }

  /** The core is through with the oldest; {@link #NOTHING} if it had none. */
  int handled(int core) {
    int oldest = next(core);
    if (sizes[core] > 0) {
      heads[core] = (heads[core] + 1) & (rings[core].length - 1);
      sizes[core]--;
    }
    return oldest;
  }

  int size(int core) {
    return sizes[core];
  }

  private void grow(int core) {
    int[] full = rings[core];
    int[] grown = Arrays.copyOf(full, 2 * full.length);
    // What lies before the head comes after the old end.
    System.arraycopy(full, 0, grown, full.length, heads[core]);
    rings[core] = grown;
  }
}
