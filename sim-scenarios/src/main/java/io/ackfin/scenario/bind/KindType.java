package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that the key {@code kind} tells apart: {@code {kind: uniform, min: 1us, max: 3us}}. */
final class KindType implements ValueType {
  private final Kinds kinds;
  private final ValueTypes types;

  KindType(Kinds kinds, ValueTypes types) {
    this.kinds = kinds;
    this.types = types;
  }

  @Override
  public Object read(Node node, Place place) {
    if (node instanceof Node.Mapping mapping) {
      return readKind(mapping, place);
    }
    if (node instanceof Node.Scalar scalar && kinds.records().containsKey(scalar.text())) {
      String meant = "{ " + Kinds.KEY + ": " + scalar.text() + " }";
      return place.refuse(node, scalar.found(), label(), meant);
    }
    if (kinds.shortForm() == null || !(node instanceof Node.Scalar)) {
      return place.refuse(node, label());
    }
    RecordType type = RecordType.of(kinds.shortForm());
    Place at = new Place(place.path(), shortBounds(), null, place.problems());
    Object value = types.of(shortComponent().type()).read(node, at);
    return value == null ? place.basis() : type.construct(new Object[] {value});
  }

  private Object readKind(Node.Mapping mapping, Place place) {
    Node kind = mapping.get(Kinds.KEY);
    String path = Problem.path(place.path(), Kinds.KEY);
    if (kind == null) {
      place.problems().add(new Problem(mapping.at(), path, "missing", names()));
      return place.basis();
    }
    if (kind instanceof Node.Refused) {
      return place.basis();
    }
    String name = kind instanceof Node.Scalar scalar ? scalar.text() : "";
    Class<?> record = kinds.records().get(name);
    if (record == null) {
      String nearest = Nearest.of(name, kinds.records().keySet());
      place.problems().add(new Problem(kind.at(), path, kind.found(), names(), nearest));
      return place.basis();
    }
    Place at = new Place(place.path(), place.bounds(), null, place.problems());
    Object value = types.of(record).read(mapping.without(Kinds.KEY), at);
    return value == null ? place.basis() : value;
  }

  private RecordType.Component shortComponent() {
    return RecordType.of(kinds.shortForm()).components().get(0);
  }

  private Bounds shortBounds() {
    return Bounds.of(shortComponent().parameter());
  }

  private String names() {
    return Problem.oneOf(kinds.records().keySet());
  }

  @Override
  public Node write(Object value) {
    if (kinds.shortForm() != null && kinds.shortForm().isInstance(value)) {
      RecordType.Component only = shortComponent();
      return types.of(only.type()).write(only.of((Record) value));
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    Node kind = Written.text(kinds.kindOf(value));
    entries.put(Kinds.KEY, new Node.Entry(Written.NOWHERE, kind));
    entries.putAll(((Node.Mapping) types.of(value.getClass()).write(value)).entries());
    return new Node.Mapping(Written.NOWHERE, entries);
  }

  @Override
  public String word() {
    return kinds.shortForm() == null
        ? "kind"
        : types.of(shortComponent().type()).word() + " or kind";
  }

  @Override
  public String label() {
    String mapping = "a mapping whose key kind is " + names();
    return kinds.shortForm() == null
        ? mapping
        : types.of(shortComponent().type()).label() + ", or " + mapping;
  }

  @Override
  public String range(Bounds bounds) {
    String times =
        kinds.shortForm() == null
            ? ""
            : types.of(shortComponent().type()).range(shortBounds()) + ", or ";
    return times + Kinds.KEY + ": " + kinds.listed();
  }
}
