package io.ackfin.scenario.bind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Several records of which one stands in a file. Either the key {@code kind} names the record and
 * the other keys are its components, and one record may have a short form: its only component,
 * written alone. Or the records have no names, and the key of a record's first component says that
 * it is this one.
 */
public final class Kinds {
  /** The key that names a record. */
  public static final String KEY = "kind";

  private final Class<?> common;
  // Null where keys tell the records apart.
  private final Function<Object, String> kindOf;
  private final Map<String, Class<?>> records = new LinkedHashMap<>();
  private Class<?> shortForm;

  private Kinds(Class<?> common, Function<Object, String> kindOf) {
    this.common = common;
    this.kindOf = kindOf;
  }

  /** Records of {@code common} that the key {@code kind} tells apart. */
  public static <T> Kinds named(Class<T> common, Function<T, String> kindOf) {
    return new Kinds(common, value -> kindOf.apply(common.cast(value)));
  }

  /** Records of {@code common} that their first key tells apart. */
  public static Kinds byKey(Class<?> common) {
    return new Kinds(common, null);
  }

  /** Adds a record under the name of its kind, or of its first key. */
  public Kinds with(String name, Class<? extends Record> record) {
    records.put(name, record);
    return this;
  }

  /** Gives a record of one component the short form; it is then written in no other. */
  public Kinds shortened(Class<? extends Record> record) {
    shortForm = record;
    return this;
  }

  /** The interface that all records implement. */
  public Class<?> common() {
    return common;
  }

  /** The records by kind or first key, in the order in which they were added. */
  public Map<String, Class<?>> records() {
    return Collections.unmodifiableMap(records);
  }

  /** Whether the key {@code kind} tells the records apart. */
  public boolean isNamed() {
    return kindOf != null;
  }

  /** The record whose only component is written alone, or null. */
  public Class<?> shortForm() {
    return shortForm;
  }

  /** The kind of an instance; only of named kinds. */
  String kindOf(Object value) {
    return kindOf.apply(value);
  }

  /** All kinds or first keys, for messages. */
  String listed() {
    return String.join(", ", records.keySet());
  }

  /** How files write one of these records. */
  ValueType type(ValueTypes types) {
    return isNamed() ? new KindType(this, types) : new KeyedType(this, types);
  }
}
