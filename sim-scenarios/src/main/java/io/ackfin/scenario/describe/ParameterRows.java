package io.ackfin.scenario.describe;

import io.ackfin.scenario.ScenarioTypes;
import io.ackfin.scenario.bind.Basis;
import io.ackfin.scenario.bind.Bounds;
import io.ackfin.scenario.bind.Kinds;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.scenario.bind.ValueType;
import io.ackfin.scenario.bind.ValueTypes;
import io.ackfin.scenario.text.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Walks the declared parameters of a record and makes a row of each. Sections that are always there
 * have no row of their own, only their parameters have; what may be absent, repeated or of several
 * kinds has a row, and below it a row for each parameter that it may hold.
 */
final class ParameterRows {
  /** What each row holds. */
  static final List<String> COLUMNS =
      List.of("parameter", "type", "default", "range", "meaning", "source");

  /** The column that holds the value. */
  static final int VALUE = 2;

  /** How many of the last columns hold sentences. */
  static final int TEXTS = 2;

  private static final String REQUIRED = "required";
  private static final String NONE = "none";

  private final ValueTypes types = ScenarioTypes.create();
  private final List<List<String>> rows = new ArrayList<>();

  /** The parameters of a record with the values of an instance, or its defaults if that is null. */
  static List<List<String>> of(Class<?> record, Record instance, String path) {
    ParameterRows walk = new ParameterRows();
    walk.add(record, instance, path);
    return walk.rows;
  }

  /** Rows of all parameters of a record, with the values of an instance or its defaults. */
  private void add(Class<?> record, Record instance, String path) {
    Basis basis = types.basis(record, instance);
    for (RecordType.Component component : RecordType.of(record).components()) {
      Object value = component.of(basis.instance());
      String inner = component.inline() ? path : joined(path, component.name());
      Class<?> section = section(component.type());
      if (component.inline() || (section != null && isAlwaysThere(component.type()))) {
        add(section, (Record) value, inner);
      } else {
        rows.add(row(component, value, inner, basis.required().contains(component.name())));
        addBelow(component.type(), section, inner);
      }
    }
  }

  /** What can stand below a list, an option, or records that are told apart by their keys. */
  private void addBelow(Type type, Class<?> section, String path) {
    Kinds kinds = types.kinds(type);
    if (kinds != null && !kinds.isNamed()) {
      kinds.records().values().forEach(record -> add(record, null, path));
    } else if (section != null) {
      boolean list = ((ParameterizedType) type).getRawType() == List.class;
      add(section, null, list ? path + "[]" : path);
    }
  }

  /** Not within an option or a list. */
  private static boolean isAlwaysThere(Type type) {
    return type instanceof Class<?>;
  }

  /** The record that a type is or holds, or null. */
  private Class<?> section(Type type) {
    Type inner =
        type instanceof ParameterizedType holder ? holder.getActualTypeArguments()[0] : type;
    return inner instanceof Class<?> plain && types.isRecord(plain) ? plain : null;
  }

  /** The cells of {@link #COLUMNS}; a required parameter has no default to show. */
  private List<String> row(
      RecordType.Component component, Object value, String path, boolean required) {
    ValueType type = types.of(component.type());
    Node written = value == null ? null : type.write(value);
    return List.of(
        path,
        type.word(),
        required ? REQUIRED : written == null ? NONE : inline(written),
        type.range(Bounds.of(component.parameter())),
        component.parameter().value(),
        component.parameter().source());
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A value on one line. */
  static String inline(Node node) {
    if (node instanceof Node.Sequence list) {
      return list.items().stream()
          .map(ParameterRows::inline)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + inline(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return node.found();
  }
}
