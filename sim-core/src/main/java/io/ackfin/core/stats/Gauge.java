package io.ackfin.core.stats;

import java.util.OptionalDouble;

/**
 * A level over time, such as the depth of a queue: 0 from tick 0 on, then what it was last set to.
 * Figures weigh each level with the time that it lasted; a level that lasted no time counts for the
 * maximum alone. The figures take the tick at which the observation ends, which is that of the last
 * change or later.
 */
public final class Gauge implements Statistic {
  private final Declaration declaration;
  private final WideSum area = new WideSum();
  private long since;
  private long level;
  private long max;
  private long occupied;

  Gauge(Declaration declaration) {
    this.declaration = declaration;
  }

  /**
   * The level is this from a tick on.
   *
   * @param tick that of the last change or later
   * @param newLevel 0 or more
   * @throws IllegalArgumentException if the tick goes back or the level is negative
   */
  public void set(long tick, long newLevel) {
    if (newLevel < 0) {
      throw new IllegalArgumentException(
          "level of " + declaration + ": " + newLevel + " at tick " + tick + " (expected: >= 0)");
    }
    long lasted = lasted(tick);
    area.add(level, lasted);
    if (level > 0) {
      occupied += lasted;
    }
    since = tick;
    level = newLevel;
    max = Math.max(max, newLevel);
  }

  /**
   * The level changes by this at a tick.
   *
   * @throws IllegalArgumentException as {@link #set}
   * @throws ArithmeticException if the level does not fit into a {@code long}
   */
  public void change(long tick, long difference) {
    set(tick, Math.addExact(level, difference));
  }

  /** The level now. */
  public long level() {
    return level;
  }

  /** The highest level there has been. */
  public long max() {
    return max;
  }

  /**
   * The mean level from tick 0 to {@code end}; empty if no time has passed.
   *
   * @throws IllegalArgumentException if the level has changed after that tick
   */
  public OptionalDouble mean(long end) {
    WideSum total = new WideSum(area);
    total.add(level, lasted(end));
    return end == 0 ? OptionalDouble.empty() : OptionalDouble.of(total.dividedBy(end));
  }

  /**
   * For how many ticks, from 0 to {@code end}, the level was above 0.
   *
   * @throws IllegalArgumentException if the level has changed after that tick
   */
  public long ticksAboveZero(long end) {
    long lasted = lasted(end);
    return level > 0 ? occupied + lasted : occupied;
  }

  private long lasted(long tick) {
    if (tick < since) {
      throw new IllegalArgumentException(
          "tick of "
              + declaration
              + ": "
              + tick
              + " (expected: >= "
              + since
              + ", its last change)");
    }
    return tick - since;
  }

  @Override
  public Declaration declaration() {
    return declaration;
  }
}
