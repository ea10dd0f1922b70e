package io.ackfin.scenario.reference;

import io.ackfin.core.time.TimeUnit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in tables of numbers: whole picoseconds, or with a unit. */
final class Picoseconds {
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,12})?)\\s*(ps|ns|us|ms|s)?");

  private Picoseconds() {}

  /** The time in a cell; empty if it is none, or no whole number of picoseconds. */
  static Optional<Long> of(String cell) {
    Matcher matcher = TIME.matcher(cell);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(2) == null ? TimeUnit.PS.suffix() : matcher.group(2);
    BigDecimal value = new BigDecimal(matcher.group(1));
    for (TimeUnit unit : TimeUnit.LARGEST_FIRST) {
      if (unit.suffix().equals(suffix)) {
        value = value.multiply(BigDecimal.valueOf(unit.picoseconds()));
      }
    }
    try {
      return Optional.of(value.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
