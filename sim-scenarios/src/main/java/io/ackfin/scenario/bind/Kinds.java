package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Nearest;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Values that are one of several records: the key {@code kind} names the record, the other keys are
 * its components. One of the records may have a short form: its only component, written alone.
 */
public final class Kinds {
  static final String KEY = "kind";

  private final Class<?> common;
  private final Function<Object, String> kindOf;
  private final Map<String, Class<?>> records = new LinkedHashMap<>();
  private final Class<?> shortForm;

  private Kinds(Class<?> common, Function<Object, String> kindOf, Class<?> shortForm) {
    this.common = common;
    this.kindOf = kindOf;
    this.shortForm = shortForm;
  }

  /**
   * Kinds of {@code common}.
   *
   * @param kindOf the name of an instance's kind
   * @param shortForm the record with a short form, or null
   */
  public static <T> Kinds of(Class<T> common, Function<T, String> kindOf, Class<?> shortForm) {
    return new Kinds(common, value -> kindOf.apply(common.cast(value)), shortForm);
  }

  /** Adds a kind. */
  public Kinds with(String name, Class<? extends Record> record) {
    records.put(name, record);
    return this;
  }

  /** The interface that all kinds implement. */
  public Class<?> common() {
    return common;
  }

  /** The records by name, in the order in which they were added. */
  public Map<String, Class<?>> records() {
    return java.util.Collections.unmodifiableMap(records);
  }

  /** The record whose only component is written alone, or null. */
  public Class<?> shortForm() {
    return shortForm;
  }

  /** The way in which files write these kinds. */
  ValueType type(ValueTypes types) {
    return new KindType(types);
  }

  private final class KindType implements ValueType {
    private final ValueTypes types;

    KindType(ValueTypes types) {
      this.types = types;
    }

    @Override
    public Object read(Node node, Place place) {
      if (node instanceof Node.Mapping mapping) {
        return readKind(mapping, place);
      }
      if (shortForm == null || !(node instanceof Node.Scalar)) {
        return place.refuse(node, label());
      }
      RecordType.Component only = shortComponent();
      Place at = new Place(place.path(), Bounds.of(only.parameter()), null, place.problems());
      Object value = types.of(only.type()).read(node, at);
      return value == null
          ? place.basis()
          : RecordType.of(shortForm).construct(new Object[] {value});
    }

    private Object readKind(Node.Mapping mapping, Place place) {
      Node kind = mapping.get(KEY);
      String path = place.path() + "." + KEY;
      if (kind == null) {
        place.problems().add(new Problem(mapping.at(), path, "missing", names()));
        return place.basis();
      }
      if (kind instanceof Node.Refused) {
        return place.basis();
      }
      String name = kind instanceof Node.Scalar scalar ? scalar.text() : "";
      Class<?> record = records.get(name);
      if (record == null) {
        String nearest = Nearest.of(name, records.keySet());
        place.problems().add(new Problem(kind.at(), path, kind.found(), names(), nearest));
        return place.basis();
      }
      Place at = new Place(place.path(), place.bounds(), null, place.problems());
      Object value = types.of(record).read(mapping.without(KEY), at);
      return value == null ? place.basis() : value;
    }

    private RecordType.Component shortComponent() {
      return RecordType.of(shortForm).components().get(0);
    }

    private String names() {
      return "one of " + String.join(", ", records.keySet());
    }

    @Override
    public Node write(Object value) {
      if (shortForm != null && shortForm.isInstance(value)) {
        RecordType.Component only = shortComponent();
        return types.of(only.type()).write(only.of((Record) value));
      }
      Node.Mapping mapping = (Node.Mapping) types.of(value.getClass()).write(value);
      Map<String, Node.Entry> entries = new LinkedHashMap<>();
      entries.put(KEY, new Node.Entry(Written.NOWHERE, Written.text(kindOf.apply(value))));
      entries.putAll(mapping.entries());
      return new Node.Mapping(Written.NOWHERE, entries);
    }

    @Override
    public String label() {
      String kinds = "a mapping with kind: " + String.join(" | ", records.keySet());
      return shortForm == null
          ? kinds
          : types.of(shortComponent().type()).label() + ", or " + kinds;
    }
  }
}
