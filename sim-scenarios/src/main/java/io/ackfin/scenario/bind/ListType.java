package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Several values of one type; a set refuses a value given twice and forgets the order. */
final class ListType implements ValueType {
  private final ValueType item;
  private final boolean set;

  private ListType(ValueType item, boolean set) {
    this.item = item;
    this.set = set;
  }

  /** For components of type {@code List}. */
  static ListType list(ValueType item) {
    return new ListType(item, false);
  }

  /** For components of type {@code Set}, of values that have a natural order. */
  static ListType set(ValueType item) {
    return new ListType(item, true);
  }

  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Sequence sequence)) {
      return place.refuse(node, "a list, in square brackets or a line for each with a dash");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Node inner = sequence.items().get(i);
      Place at = place.item(i);
      Object value = inner instanceof Node.Refused ? null : item.read(inner, at);
      if (set && value != null && values.contains(value)) {
        at.refuse(inner, inner.found() + " a second time", "each value once", "");
      }
      values.add(value);
    }
    // What could not be read has no stand-in; the problem is known, and the list is not used.
    values.removeIf(Objects::isNull);
    return set ? ordered(values) : List.copyOf(values);
  }

  /** Sets of one content are written in one way, whatever the order in which it was given. */
  private static Set<Object> ordered(List<Object> values) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(values)));
  }

  @Override
  public Node write(Object value) {
    List<Node> items = new ArrayList<>();
    for (Object inner : (Iterable<?>) value) {
      items.add(item.write(inner));
    }
    return new Node.Sequence(Written.NOWHERE, items);
  }

  @Override
  public String word() {
    return "list of " + item.word();
  }

  @Override
  public String label() {
    return "a list, each item " + item.label();
  }

  @Override
  public String range(Bounds bounds) {
    return item.range(bounds);
  }
}
