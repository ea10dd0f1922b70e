package io.ackfin.scenario.bind;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import java.util.function.LongFunction;

/**
 * The legal range of a parameter, both ends included.
 *
 * @param min of a count, or of a time in picoseconds
 * @param max of a count, or of a time in picoseconds
 */
public record Bounds(long min, long max) {
  /** As declared. */
  public static Bounds of(Parameter parameter) {
    return new Bounds(parameter.min(), parameter.max());
  }

  /** The narrower of this and what a type can hold at all. */
  Bounds within(long least, long most) {
    long narrowMin = Math.max(min, least);
    long narrowMax = Math.min(max, most);
    return new Bounds(narrowMin, narrowMax);
  }

  /** Whether every {@code long} is legal. */
  boolean isUnlimited() {
    return min == Long.MIN_VALUE && max == Long.MAX_VALUE;
  }

  /** In words, for counts and plain numbers: {@code 1 to 64}, {@code at least 1}. */
  public String ofCounts() {
    return inWords(Long::toString);
  }

  /** In words, for times: {@code 1ps to 2s}. */
  public String ofTimes() {
    return inWords(picoseconds -> new Ticks(picoseconds).toString());
  }

  /** What no limit was declared for is left open: nobody means the largest long. */
  private String inWords(LongFunction<String> end) {
    if (max == Long.MAX_VALUE) {
      return isUnlimited() ? "any" : "at least " + end.apply(min);
    }
    return min == max ? end.apply(min) : end.apply(min) + " to " + end.apply(max);
  }
}
