package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import java.util.regex.Pattern;

/**
 * Numbers that need not be whole and have no unit: {@code 0.25}. They are the nearest {@code
 * double}, whose shortest decimal is what is written out, so that a value survives being written
 * and read.
 */
final class FractionType implements ValueType {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  @Override
  public Object read(Node node, Place place) {
    String expected = "a number, " + place.bounds().ofCounts();
    if (!(node instanceof Node.Scalar scalar) || !NUMBER.matcher(scalar.text()).matches()) {
      return place.refuse(node, expected);
    }
    if (scalar.kind() == Node.Kind.TEXT) {
      return place.refuse(node, "'" + scalar.text() + "' in quotes", expected, scalar.text());
    }
    double value = Double.parseDouble(scalar.text());
    boolean inside = value >= place.bounds().min() && value <= place.bounds().max();
    return inside ? value : place.refuse(node, expected);
  }

  @Override
  public Node write(Object value) {
    return Written.number(value);
  }

  @Override
  public String word() {
    return "number";
  }

  @Override
  public String label() {
    return "a number";
  }

  @Override
  public String range(Bounds bounds) {
    return bounds.ofCounts();
  }
}
