package io.ackfin.run;

import io.ackfin.core.time.Ticks;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Copies of records that differ in one component, for specs with many of them. */
final class Records {
  private Records() {}

  /** The time that a component holds. */
  static Ticks get(Record record, String component) {
    try {
      return (Ticks) record.getClass().getMethod(component).invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component + ": no component of " + record, e);
    }
  }

  /** The record with one component replaced; an unknown name or an illegal value is refused. */
  static <R extends Record> R with(R record, String component, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean found = false;
    try {
      for (int i = 0; i < values.length; i++) {
        boolean replaced = components[i].getName().equals(component);
        values[i] = replaced ? value : components[i].getAccessor().invoke(record);
        found |= replaced;
      }
      if (!found) {
        throw new IllegalArgumentException(component + ": no component of " + record.getClass());
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      Class<R> type = (Class<R>) record.getClass();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(component + ": " + value, e);
    }
  }
}
