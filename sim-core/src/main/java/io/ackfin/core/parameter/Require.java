package io.ackfin.core.parameter;

import io.ackfin.core.time.Ticks;

/** Range checks for the constructors of spec records; every message names parameter and range. */
public final class Require {
  private Require() {}

  /**
   * Checks a count.
   *
   * @throws IllegalArgumentException outside {@code min .. max}
   */
  public static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + ": " + value + " (expected: " + min + " to " + max + ")");
    }
  }

  /**
   * Checks that a time is more than none.
   *
   * @throws IllegalArgumentException if it is zero
   */
  public static void positive(String name, Ticks value) {
    if (value.picoseconds() == 0) {
      throw new IllegalArgumentException(name + ": 0ps (expected: at least 1ps)");
    }
  }
}
