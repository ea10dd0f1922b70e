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
  // Null without a short form.
  private final RecordType shortForm;

  KindType(Kinds kinds, ValueTypes types) {
    this.kinds = kinds;
    this.types = types;
    this.shortForm = kinds.shortForm() == null ? null : RecordType.of(kinds.shortForm());
  }

  @Override
  public Object read(Node node, Place place) {
    if (node instanceof Node.Mapping mapping) {
      return readKind(mapping, place);
    }
    // The name alone: most often because everything else has a default.
    if (node instanceof Node.Scalar scalar && kinds.records().containsKey(scalar.text())) {
      String meant = "{ " + Kinds.KEY + ": " + scalar.text() + " }";
      return place.refuse(node, scalar.found(), label(), meant);
    }
    return shortForm == null || !(node instanceof Node.Scalar)
        ? place.refuse(node, label())
        : readShort(node, place);
  }

  /** The range of the value is that of the only component, not that of the place it stands in. */
  private Object readShort(Node node, Place place) {
    Place at = new Place(place.path(), shortBounds(), null, place.problems());
    Object value = shortType().read(node, at);
    return value == null ? place.basis() : shortForm.construct(new Object[] {value});
  }

  /** Without a kind that is known, the other keys cannot be judged: one problem is enough. */
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
    return shortForm.components().get(0);
  }

  private ValueType shortType() {
    return types.of(shortComponent().type());
  }

  private Bounds shortBounds() {
    return Bounds.of(shortComponent().parameter());
  }

  /** The choice that the key {@code kind} has, in problems. */
  private String names() {
    return Problem.oneOf(kinds.records().keySet());
  }

  @Override
  public Node write(Object value) {
    if (shortForm != null && shortForm.record() == value.getClass()) {
      return shortType().write(shortComponent().of((Record) value));
    }
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    Node kind = Written.text(kinds.kindOf(value));
    entries.put(Kinds.KEY, new Node.Entry(Written.NOWHERE, kind));
    entries.putAll(((Node.Mapping) types.of(value.getClass()).write(value)).entries());
    return new Node.Mapping(Written.NOWHERE, entries);
  }

  @Override
  public String word() {
    return shortForm == null ? "kind" : shortType().word() + " or kind";
  }

  @Override
  public String label() {
    String mapping = "a mapping whose key kind is " + names();
    return shortForm == null ? mapping : shortType().label() + ", or " + mapping;
  }

  @Override
  public String range(Bounds bounds) {
    String alone = shortForm == null ? "" : shortType().range(shortBounds()) + ", or ";
    return alone + Kinds.KEY + ": " + kinds.listed();
  }
}
