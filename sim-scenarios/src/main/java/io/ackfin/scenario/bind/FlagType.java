package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import java.util.List;
import java.util.Locale;

/** {@code true} and {@code false}, and nothing else that YAML's readers may take for them. */
final class FlagType implements ValueType {
  private static final List<String> YES = List.of("yes", "on", "y");
  private static final List<String> NO = List.of("no", "off", "n");

  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Scalar scalar)) {
      return place.refuse(node, "true or false");
    }
    if (scalar.kind() == Node.Kind.TRUTH) {
      return Boolean.valueOf(scalar.text().equalsIgnoreCase("true"));
    }
    return place.refuse(node, scalar.found(), "true or false", almost(scalar.text()));
  }

  private static String almost(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return Boolean.toString(YES.contains(word));
    }
    return Nearest.of(text, List.of("true", "false"));
  }

  @Override
  public Node write(Object value) {
    return Written.truth(value);
  }

  @Override
  public String word() {
    return "flag";
  }

  @Override
  public String label() {
    return "true or false";
  }

  @Override
  public String range(Bounds bounds) {
    return "true, false";
  }
}
