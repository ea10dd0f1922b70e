package io.ackfin.workload;

import io.ackfin.core.text.EditDistance;
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
        int distance = EditDistance.between(name, candidate);
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }
}
