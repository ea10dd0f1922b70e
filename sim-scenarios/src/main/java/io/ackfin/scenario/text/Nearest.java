package io.ackfin.scenario.text;

import io.ackfin.core.text.EditDistance;
import java.util.Collection;
import java.util.Locale;

/** Finds the valid name that a mistyped one was probably meant to be. */
public final class Nearest {
  // One edit for every so many characters still looks like a slip of the fingers.
  private static final int CHARACTERS_PER_EDIT = 3;

  private static final int SHORTEST_BEGINNING = 3;

  private Nearest() {}

  /**
   * The name with the fewest edits (a character inserted, deleted, replaced, or swapped with its
   * neighbour; case, and dash against underscore, are free), the first of several; or else the
   * first that begins with what was written; empty if every name is too far away.
   */
  public static String of(String written, Collection<String> valid) {
    String nearest = "";
    int fewest = Math.max(1, written.length() / CHARACTERS_PER_EDIT) + 1;
    for (String name : valid) {
      int edits = EditDistance.between(folded(written), folded(name));
      if (edits < fewest) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? longer(written, valid) : nearest;
  }

  /** Few letters begin too many names to be a hint. */
  private static String longer(String written, Collection<String> valid) {
    return valid.stream()
        .filter(name -> written.length() >= SHORTEST_BEGINNING)
        .filter(name -> folded(name).startsWith(folded(written)))
        .findFirst()
        .orElse("");
  }

  /** What people get wrong most often is no edit at all. */
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
