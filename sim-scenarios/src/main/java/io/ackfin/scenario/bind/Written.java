package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Position;

/** Makes nodes of values that come from no text. */
final class Written {
  /** Where nodes stand that come from no text. */
  static final Position NOWHERE = Position.of("");

  private Written() {}

  /** A scalar that is text. */
  static Node text(Object value) {
    return new Node.Scalar(NOWHERE, Node.Kind.TEXT, value.toString());
  }

  /** A scalar that is a number. */
  static Node number(Object value) {
    return new Node.Scalar(NOWHERE, Node.Kind.NUMBER, value.toString());
  }

  /** A scalar that is true or false. */
  static Node truth(Object value) {
    return new Node.Scalar(NOWHERE, Node.Kind.TRUTH, value.toString());
  }
}
