package io.ackfin.scenario.bind;

import io.ackfin.scenario.bind.RecordType.Component;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mappings whose keys are the components of a record. Keys are read in the order in which the
 * record declares them; problems are put into the order of the text by whoever prints them.
 */
final class RecordValue implements ValueType {
  private final RecordType type;
  private final ValueTypes types;

  RecordValue(Class<?> record, ValueTypes types) {
    this.type = RecordType.of(record);
    this.types = types;
  }

  @Override
  public Object read(Node node, Place place) {
    if (node instanceof Node.Mapping mapping) {
      refuseUnknownKeys(mapping, place);
      return build(mapping, place);
    }
    boolean empty = node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING;
    String otherwise = empty && place.basis() != null ? "; without the key, the defaults hold" : "";
    return place.refuse(node, "a mapping of " + String.join(", ", keys()) + otherwise);
  }

  /**
   * The record of the keys that are its own; others were looked at by the caller. Its constructor
   * checks what its components have to do with one another.
   */
  private Object build(Node.Mapping mapping, Place place) {
    Basis basis = types.basis(type.record(), (Record) place.basis());
    int problemsBefore = place.problems().size();
    List<Component> components = type.components();
    Object[] values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      boolean required = basis.required().contains(components.get(i).name());
      Object standIn = components.get(i).of(basis.instance());
      values[i] = component(components.get(i), standIn, required, mapping, place);
    }
    try {
      return type.construct(values);
    } catch (IllegalArgumentException e) {
      // Stand-ins may contradict values that are right: not the user's fault.
      if (place.problems().size() == problemsBefore) {
        refuse(e.getMessage(), mapping, place);
      }
      return place.basis();
    }
  }

  /** The value of one component: as written, or its default, or what stands in for it. */
  private Object component(
      Component component, Object standIn, boolean required, Node.Mapping mapping, Place place) {
    if (component.inline()) {
      Place same = new Place(place.path(), place.bounds(), standIn, place.problems());
      return inlined(component).build(mapping, same);
    }
    Place at = place.key(component, standIn);
    Node node = mapping.get(component.name());
    ValueType inner = types.of(component.type());
    if (node == null && required) {
      String expected = component.parameter().value() + ", as " + inner.label();
      at.problems().add(new Problem(mapping.at(), at.path(), "missing", expected));
    }
    if (node == null || node instanceof Node.Refused) {
      return standIn;
    }
    return inner.read(node, at);
  }

  /** Puts the refusal of the record's constructor at the component that it names, if it does. */
  private void refuse(String message, Node.Mapping mapping, Place place) {
    Problem.Refusal refusal = Problem.Refusal.of(message);
    for (Component component : type.components()) {
      if (component.name().equals(refusal.name())) {
        Node node = mapping.get(refusal.name()) == null ? mapping : mapping.get(refusal.name());
        place.key(component, null).refuse(node, refusal.found(), refusal.expected(), "");
        return;
      }
    }
    String name = refusal.name().isEmpty() ? "" : refusal.name() + ": ";
    place.refuse(mapping, name + refusal.found(), refusal.expected(), "");
  }

  /** A key that is not known would be a wish that is silently ignored. */
  private void refuseUnknownKeys(Node.Mapping mapping, Place place) {
    List<String> keys = keys();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!keys.contains(key)) {
                UnknownKey.refuse(key, entry, keys, types.pathOf(key), place);
              }
            });
  }

  /** All keys of the mapping, those of inlined records included. */
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Component component : type.components()) {
      if (component.inline()) {
        keys.addAll(inlined(component).keys());
      } else {
        keys.add(component.name());
      }
    }
    return keys;
  }

  /** Only records can be inlined: they are what has keys. */
  private RecordValue inlined(Component component) {
    return (RecordValue) types.of(component.type());
  }

  @Override
  public Node write(Object value) {
    return new Node.Mapping(Written.NOWHERE, entries((Record) value));
  }

  /** What {@link #build} reads; a component that is null or an empty option is left out. */
  private Map<String, Node.Entry> entries(Record value) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Component component : type.components()) {
      Object inner = component.of(value);
      if (component.inline()) {
        entries.putAll(inlined(component).entries((Record) inner));
        continue;
      }
      Node node = inner == null ? null : types.of(component.type()).write(inner);
      if (node != null) {
        entries.put(component.name(), new Node.Entry(Written.NOWHERE, node));
      }
    }
    return entries;
  }

  @Override
  public String word() {
    return "section";
  }

  @Override
  public String label() {
    return "a mapping";
  }

  /** The parameters behind the keys. */
  RecordType type() {
    return type;
  }
}
