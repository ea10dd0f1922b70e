package io.ackfin.workload;

import java.util.Optional;

/** Finds the name that somebody may have meant. Stateless; any thread. */
final class NearestName {
  private NearestName() {}

  /**
   * The candidate with the fewest single-character changes (insert, delete, replace, exchange of
   * neighbours) from {@code name}, the first of equals; none if more than a third of the name and
   * one character would have to change.
   */
  static Optional<String> of(String name, Iterable<String> candidates) {
    int best = 2 + name.length() / 3;
    String nearest = null;
    for (String candidate : candidates) {
      // A distance is at least the difference in length, so most candidates cost nothing.
      if (Math.abs(candidate.length() - name.length()) < best) {
        int distance = distance(name, candidate);
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Optimal string alignment, keeping the last three rows of its table. */
  private static int distance(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(last[j], current[j - 1]));
        if (exchanged(from, i, to, j)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] reused = beforeLast;
      beforeLast = last;
      last = current;
      current = reused;
    }
    return last[to.length()];
  }

  private static boolean exchanged(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
