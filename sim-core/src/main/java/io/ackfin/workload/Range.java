package io.ackfin.workload;

import io.ackfin.core.time.Ticks;

/** Range checks of parameters; each message says the name, the value and what was expected. */
final class Range {
  private Range() {}

  /** Refuses a count outside {@code min} to {@code max}. */
  static void check(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + min + " to " + max + ")");
    }
  }

  /** Refuses a time outside {@code min} to {@code max}. */
  static void check(String name, Ticks value, Ticks min, Ticks max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + min + " to " + max + ")");
    }
  }

  /** Refuses a fraction outside {@code min} to {@code max}, and what is no number. */
  static void check(String name, double value, double min, double max) {
    // Negated, so that NaN is refused too.
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + min + " to " + max + ")");
    }
  }
}
