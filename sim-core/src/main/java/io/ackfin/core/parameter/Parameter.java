package io.ackfin.core.parameter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares one parameter of a spec record. The component's name is the key in files; its type gives
 * the unit ({@code Ticks} is a time, {@code int} a count); its default is in the record's presets.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Parameter {
  /** What the parameter means, in one sentence without a full stop. */
  String value();

  /** Where the default value was published, or "assumed", or empty for a choice. */
  String source() default "";

  /** Smallest legal value of a count, or of a time in picoseconds. */
  long min() default 0;

  /** Largest legal value of a count, or of a time in picoseconds. */
  long max() default Long.MAX_VALUE;
}
