package io.ackfin.scenario.bind;

import io.ackfin.core.parameter.Parameter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** A record class as a list of parameters, in the order of their declaration. */
public final class RecordType {
  private final Class<?> record;
  private final List<Component> components;
  private final Constructor<?> canonical;

  /**
   * One parameter.
   *
   * @param name the key in files
   * @param type the declared Java type
   * @param parameter meaning, range and source
   * @param inline whether its own components are keys of the same mapping
   */
  public record Component(
      String name, Type type, Parameter parameter, boolean inline, Method accessor) {
    /** The value that a record holds. */
    public Object of(Record holder) {
      try {
        return accessor.invoke(holder);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(accessor.toString(), e);
      }
    }
  }

  private RecordType(Class<?> record) {
    this.record = record;
    this.components =
        Arrays.stream(record.getRecordComponents()).map(RecordType::component).toList();
    this.canonical = canonical(record);
  }

  /** Found once: lists of tasks construct the same record a hundred thousand times. */
  private static Constructor<?> canonical(Class<?> record) {
    Class<?>[] types =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return record.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      // Every record has a canonical constructor.
      throw new IllegalStateException(record.getName(), e);
    }
  }

  /**
   * The parameters of a record class.
   *
   * @throws IllegalStateException if a component is not declared as a parameter
   */
  public static RecordType of(Class<?> record) {
    return new RecordType(record);
  }

  /** The accessor's annotation would do as well; the component's is where people look. */
  private static Component component(RecordComponent component) {
    Parameter parameter = component.getAnnotation(Parameter.class);
    if (parameter == null) {
      throw new IllegalStateException(
          component.getDeclaringRecord().getName()
              + "."
              + component.getName()
              + ": not declared (expected: @Parameter on the record component, with its meaning,"
              + " its range, and the source of its default)");
    }
    Key key = component.getAnnotation(Key.class);
    return new Component(
        key == null ? component.getName() : key.value(),
        component.getGenericType(),
        parameter,
        component.isAnnotationPresent(Inline.class),
        component.getAccessor());
  }

  /** The record class itself. */
  public Class<?> record() {
    return record;
  }

  /** The parameters, in order. */
  public List<Component> components() {
    return components;
  }

  /**
   * An instance with these values, in the order of the components.
   *
   * @throws IllegalArgumentException if the record's own checks refuse them
   */
  Record construct(Object[] values) {
    try {
      return (Record) canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(record.getName(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getName(), e);
    }
  }
}
