package io.ackfin.core.stats;

/**
 * What a statistic is called and measures.
 *
 * @param component the device, such as {@code aicpu.0}
 * @param name the figure, unique within its component, such as {@code loads}
 * @param unit what one of it is, such as {@code loads} or {@code ps}
 */
public record Declaration(String component, String name, String unit) {
  public Declaration {
    refuseBlank("component", component);
    refuseBlank("name", name);
    refuseBlank("unit", unit);
  }

  private static void refuseBlank(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + ": \"" + text + "\" (expected: not blank)");
    }
  }

  /** {@code aicpu.0 loads}. */
  @Override
  public String toString() {
    return component + " " + name;
  }
}
