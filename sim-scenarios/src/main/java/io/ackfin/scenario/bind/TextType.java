package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;

/**
 * Text on one line. A number or a truth value becomes text by quotes, so that nothing is guessed.
 */
final class TextType implements ValueType {
  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Scalar scalar) || scalar.kind() == Node.Kind.NOTHING) {
      return place.refuse(node, "text");
    }
    if (scalar.kind() == Node.Kind.TRUTH) {
      return place.refuse(node, "text: put it in quotes");
    }
    // Names end up in tables and file names, where a line break would do harm.
    boolean oneLine = !scalar.text().isBlank() && scalar.text().lines().count() == 1;
    return oneLine ? scalar.text() : place.refuse(node, "text on one line");
  }

  @Override
  public Node write(Object value) {
    return Written.text(value);
  }

  @Override
  public String word() {
    return "text";
  }

  @Override
  public String label() {
    return "text";
  }
}
