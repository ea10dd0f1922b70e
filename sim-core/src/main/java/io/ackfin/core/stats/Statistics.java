package io.ackfin.core.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All statistics of one model, in the order of their declaration. */
public final class Statistics {
  private static final String PICOSECONDS = "ps";

  private final Map<String, Statistic> byName = new LinkedHashMap<>();

  /**
   * Declares a count.
   *
   * @throws IllegalArgumentException if the component has a statistic of that name, or a word is
   *     blank
   */
  public Counter counter(String component, String name, String unit) {
    return declare(new Counter(new Declaration(component, name, unit)));
  }

  /**
   * Declares a level over time, 0 from tick 0 on.
   *
   * @param unit of the level
   * @throws IllegalArgumentException as {@link #counter}
   */
  public Gauge gauge(String component, String name, String unit) {
    return declare(new Gauge(new Declaration(component, name, unit)));
  }

  /**
   * Declares a histogram of durations, whose unit is the picosecond.
   *
   * @throws IllegalArgumentException as {@link #counter}
   */
  public Distribution distribution(String component, String name) {
    return declare(new Distribution(new Declaration(component, name, PICOSECONDS)));
  }

  /** Everything declared so far, in order. */
  public List<Statistic> all() {
    return List.copyOf(byName.values());
  }

  private <S extends Statistic> S declare(S statistic) {
    String name = statistic.declaration().toString();
    if (byName.putIfAbsent(name, statistic) != null) {
      throw new IllegalArgumentException("statistic: " + name + " (expected: declared once)");
    }
    return statistic;
  }
}
