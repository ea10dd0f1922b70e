package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.List;

/** Records that their first key tells apart; a mapping has exactly one of these keys. */
final class KeyedType implements ValueType {
  private final Kinds kinds;
  private final ValueTypes types;

  KeyedType(Kinds kinds, ValueTypes types) {
    this.kinds = kinds;
    this.types = types;
  }

  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Mapping mapping)) {
      return place.refuse(node, label());
    }
    List<String> given =
        mapping.entries().keySet().stream().filter(kinds.records()::containsKey).toList();
    if (given.size() == 1) {
      Place at = new Place(place.path(), place.bounds(), null, place.problems());
      Object value = types.of(kinds.records().get(given.get(0))).read(mapping, at);
      return value == null ? place.basis() : value;
    }
    if (given.isEmpty()) {
      return refuseUnknown(mapping, place);
    }
    // The first might be the one that was meant; the second is certainly one too many.
    Node second = mapping.get(given.get(1));
    return place.refuse(second, String.join(" and ", given), label(), "");
  }

  /** With none of the keys there is no record; whatever else stands there may be a typing error. */
  private Object refuseUnknown(Node.Mapping mapping, Place place) {
    if (mapping.entries().isEmpty()) {
      return place.refuse(mapping, "an empty mapping", label(), "");
    }
    mapping
        .entries()
        .forEach((key, entry) -> UnknownKey.refuse(key, entry, kinds.records().keySet(), place));
    return place.basis();
  }

  @Override
  public Node write(Object value) {
    return types.of(value.getClass()).write(value);
  }

  @Override
  public String word() {
    return "section";
  }

  @Override
  public String label() {
    return "a mapping with exactly one of " + kinds.listed();
  }

  @Override
  public String range(Bounds bounds) {
    return Problem.oneOf(kinds.records().keySet());
  }
}
