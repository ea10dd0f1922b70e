package io.ackfin.crosscheck.inclusion;

import java.util.Set;
import java.util.TreeSet;

/**
 * What threads stored to one core that they did not own: exit, and ids to its doorbell. Where these
 * stand in the order of the core and its owners nobody says. Not thread-safe.
 */
final class OutsideStores {
  private final Set<Integer> rings = new TreeSet<>();
  private int exits;

  void addExit() {
    exits++;
  }

  void addRing(int id) {
    rings.add(id);
  }

  /** Lets an exit arrive, if one is left. */
  boolean takeExit() {
    if (exits == 0) {
      return false;
    }
    exits--;
    return true;
  }

  /**
   * Whether the bell was rung for an id. That may be asked for every dispatch with the id; there
   * are several only where ids are counted modulo a small number.
   */
  boolean rang(int id) {
    return rings.contains(id);
  }
}
