package io.ackfin.scenario.bind;

import io.ackfin.core.time.Ticks;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problems;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How values of every type that records use are written in files: times, counts, numbers, truth
 * values, texts, enums, lists, options and records by their Java type, and what was registered
 * here. Fill it before use; then it may be used by any thread, one at a time.
 */
public final class ValueTypes {
  /** How a time is spelled, as a regular expression without anchors. */
  public static final String TIME_PATTERN = TimeType.PATTERN;

  private final Class<? extends Record> root;
  private final Map<Class<?>, ValueType> known = new LinkedHashMap<>();
  private final Map<Class<?>, Basis> bases = new LinkedHashMap<>();
  private final Map<Class<?>, Kinds> kinds = new LinkedHashMap<>();

  /** For files whose whole content is a {@code root}. */
  public ValueTypes(Class<? extends Record> root) {
    this.root = root;
    known.put(Ticks.class, new TimeType());
    known.put(int.class, CountType.ofInt());
    known.put(Integer.class, CountType.ofInt());
    known.put(long.class, CountType.ofLong());
    known.put(Long.class, CountType.ofLong());
    known.put(double.class, new FractionType());
    known.put(boolean.class, new FlagType());
    known.put(String.class, new TextType());
    known.put(OptionalLong.class, OptionType.ofLong());
  }

  /** States the basis of a record that has no static {@code defaults()}. */
  public ValueTypes with(Basis basis) {
    bases.put(basis.instance().getClass(), basis);
    return this;
  }

  /** Registers an interface of which several records can stand in a file. */
  public ValueTypes with(Kinds several) {
    kinds.put(several.common(), several);
    known.put(several.common(), several.type(this));
    return this;
  }

  /**
   * What absent keys of a record stand for.
   *
   * @param instance from the basis of the record that holds this one; null if nothing holds it
   */
  public Basis basis(Class<?> record, Record instance) {
    Basis stated = bases.get(record);
    if (instance == null) {
      return stated == null ? Basis.declaredBy(record) : stated;
    }
    return new Basis(instance, stated == null ? Set.of() : stated.required());
  }

  /** Whether every file has to state a component of a record. */
  public boolean isRequired(Class<?> record, String component) {
    Basis stated = bases.get(record);
    return stated != null && stated.required().contains(component);
  }

  /** Whether files write a type as a mapping of a record's components. */
  public boolean isRecord(Class<?> type) {
    return of(type) instanceof RecordValue;
  }

  /** The registered kinds of an interface, or null. */
  public Kinds kinds(Type type) {
    return type instanceof Class<?> common ? kinds.get(common) : null;
  }

  /**
   * How files write values of a Java type.
   *
   * @throws IllegalStateException if no form is known for it
   */
  public ValueType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic(generic);
    }
    Class<?> plain = (Class<?>) type;
    ValueType form = known.get(plain);
    if (form == null && plain.isRecord()) {
      form = new RecordValue(plain, this);
    } else if (form == null && plain.isEnum()) {
      form = new NameType(plain);
    }
    if (form == null) {
      throw unknown(type);
    }
    known.put(plain, form);
    return form;
  }

  /** A list, a set or an option of something that has a form itself. */
  private ValueType generic(ParameterizedType type) {
    ValueType inner = of(type.getActualTypeArguments()[0]);
    if (type.getRawType() == List.class) {
      return ListType.list(inner);
    }
    if (type.getRawType() == Set.class) {
      return ListType.set(inner);
    }
    if (type.getRawType() == Optional.class) {
      return OptionType.of(inner);
    }
    throw unknown(type);
  }

  /** A defect of the records, not of an input: no file can be read until it is mended. */
  private static IllegalStateException unknown(Type type) {
    return new IllegalStateException(
        type.getTypeName()
            + ": no form in files (expected: a record, an enum, a list, an option,"
            + " a type with a ValueType, or registered kinds)");
  }

  /** Reads a whole file, or a part of it, into a record; problems leave stand-ins in it. */
  public <T extends Record> T read(Node node, T basis, String path, Problems problems) {
    Place place = new Place(path, new Bounds(0, 0), basis, problems);
    @SuppressWarnings("unchecked")
    Class<T> record = (Class<T>) basis.getClass();
    return record.cast(of(record).read(node, place));
  }

  /** Writes a record with all of its values, those that are defaults included. */
  public Node write(Record record) {
    return of(record.getClass()).write(record);
  }

  /** Where files have a key of this name outside of lists and kinds: the first path, or empty. */
  String pathOf(String name) {
    return pathOf(name, root, "");
  }

  /** Depth first, in the order of declaration: the first of several is as good as any. */
  private String pathOf(String name, Class<?> record, String path) {
    for (RecordType.Component component : RecordType.of(record).components()) {
      String inner = component.inline() ? path : path + component.name();
      if (!component.inline() && component.name().equals(name)) {
        return inner;
      }
      String separator = inner.isEmpty() || component.inline() ? "" : ".";
      String below =
          of(component.type()) instanceof RecordValue holder
              ? pathOf(name, holder.type().record(), inner + separator)
              : "";
      if (!below.isEmpty()) {
        return below;
      }
    }
    return "";
  }
}
