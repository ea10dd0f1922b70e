package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.Collection;

/** What is said about a key that does not exist. */
final class UnknownKey {
  private UnknownKey() {}

  /** Names a near key of this mapping, or shows where a space is missing behind a colon. */
  static void refuse(String key, Node.Entry entry, Collection<String> valid, Place place) {
    refuse(key, entry, valid, "", place);
  }

  /** The same, with the place of a key of that name elsewhere in the file, if none here is near. */
  static void refuse(
      String key, Node.Entry entry, Collection<String> valid, String elsewhere, Place place) {
    String near = near(key, valid);
    String path = Problem.path(place.path(), key);
    String nearest = near.isEmpty() && !elsewhere.equals(path) ? elsewhere : near;
    place
        .problems()
        .add(
            new Problem(
                entry.at(),
                path,
                "unknown key",
                valid.isEmpty() ? "no key" : Problem.oneOf(valid),
                nearest));
  }

  /** In braces, {@code {aic:1}} is a key of five characters: a space makes it what was meant. */
  private static String near(String key, Collection<String> valid) {
    int colon = key.indexOf(':');
    if (colon > 0 && valid.contains(key.substring(0, colon))) {
      return key.substring(0, colon) + ": " + key.substring(colon + 1);
    }
    return Nearest.of(key, valid);
  }
}
