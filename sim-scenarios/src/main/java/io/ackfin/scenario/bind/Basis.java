package io.ackfin.scenario.bind;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;

/**
 * What an absent key of a record stands for.
 *
 * @param instance holds the default of every component, or a stand-in where there is none
 * @param required components without a default
 */
public record Basis(Record instance, Set<String> required) {
  /** A basis in which every component has a default. */
  public static Basis of(Record instance) {
    return new Basis(instance, Set.of());
  }

  /** The same instance, where {@code components} have to be stated. */
  public Basis requiring(String... components) {
    return new Basis(instance, Set.of(components));
  }

  /** What the record's static {@code defaults()} returns. */
  static Basis declaredBy(Class<?> record) {
    try {
      return of((Record) record.getMethod("defaults").invoke(null));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          record.getName() + ": no defaults (expected: a static method defaults(), or a basis)", e);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(record.getName() + ": defaults() failed", e);
    }
  }
}
