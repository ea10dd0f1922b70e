package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.List;

/**
 * How far one side of a core's handshake came before no entry of either could be placed any more.
 *
 * @param side whose entries: {@code core 3} or {@code owners of core 3}
 * @param placed how many could be placed; the next one, by position from 0, is the one that could
 *     not
 * @param entries how many there are
 * @param found that next entry as people read it; empty if there is none
 * @param obstacle what is wrong with it; {@link Obstacle#NONE} if this side is through
 * @param detail more about that; may be empty
 * @param expected what the tables want there
 * @param before the last entries that were placed, oldest first, ten at most
 */
public record FurthestPoint(
    String side,
    int placed,
    int entries,
    String found,
    Obstacle obstacle,
    String detail,
    Expected expected,
    List<String> before) {
  public FurthestPoint {
    before = List.copyOf(before);
  }

  /** All of it, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    String at = side + ", placed " + placed + " of " + entries;
    if (obstacle == Obstacle.NONE) {
      lines.add(at);
    } else {
      String next = found.isEmpty() ? "" : ", then " + found;
      String more = detail.isEmpty() ? "" : " (" + detail + ")";
      lines.add(at + next + ": " + obstacle + more);
      lines.add("  expected: " + expected);
    }
    before.forEach(entry -> lines.add("  before: " + entry));
    return lines;
  }
}
