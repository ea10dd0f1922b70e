package io.ackfin.workload;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;

/** What an active mask, 1 to 7, says about its task: each question is one look-up. Any thread. */
final class ActiveMask {
  private static final int MASKS = 1 << Subslot.COUNT;
  private static final int[][] POSITIONS = new int[MASKS][Subslot.COUNT];
  private static final Subslot[][] SUBSLOTS = new Subslot[MASKS][];
  private static final ResourceShape[] SHAPES = new ResourceShape[MASKS];

  static {
    for (int mask = 1; mask < MASKS; mask++) {
      SHAPES[mask] = ResourceShape.ofMask(mask);
      SUBSLOTS[mask] = new Subslot[Integer.bitCount(mask)];
      int position = 0;
      for (int slot = 0; slot < Subslot.COUNT; slot++) {
        boolean held = Subslot.of(slot).in(mask);
        POSITIONS[mask][slot] = held ? position : -1;
        if (held) {
          SUBSLOTS[mask][position++] = Subslot.of(slot);
        }
      }
    }
  }

  private ActiveMask() {}

  /** What a task of the mask needs of one cluster. */
  static ResourceShape shape(int mask) {
    return SHAPES[mask];
  }

  /** How many subtasks it has. */
  static int count(int mask) {
    return SUBSLOTS[mask].length;
  }

  /** Where a subslot comes among those of the mask; -1 if it is not one of them. */
  static int position(int mask, Subslot subslot) {
    return POSITIONS[mask][subslot.ordinal()];
  }

  /** The subslot at a position among those of the mask. */
  static Subslot subslot(int mask, int position) {
    return SUBSLOTS[mask][position];
  }
}
