package io.ackfin.scenario.bind;

import io.ackfin.core.time.Ticks;
import io.ackfin.core.time.TimeUnit;
import io.ackfin.scenario.text.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times: {@code 2us}, {@code 1.5ns}, {@code 9700ps}; exact to the picosecond. */
final class TimeType implements ValueType {
  /** What a file may write, except that it also has to be a whole number of picoseconds. */
  static final String PATTERN = "(0|[1-9][0-9]*)(\\.[0-9]+)?(ps|ns|us|ms|s)";

  private static final Pattern TIME = Pattern.compile("(-?)" + PATTERN);
  // What people write instead: a space, capitals, a micro sign, "usec".
  private static final Pattern ALMOST =
      Pattern.compile("0*([0-9]+(?:\\.[0-9]+)?)\\s*([pnum\u00b5\u03bc]?)s(?:ecs?|econds?)?");
  // What 64 bits can hold, in whole seconds: 106 days.
  private static final Ticks LONGEST = Ticks.ofMillis(Long.MAX_VALUE / 1_000_000_000_000L * 1_000);
  private static final String EXPECTED = "a time with its unit, such as 2us, 1.5ns or 9700ps";

  @Override
  public Object read(Node node, Place place) {
    if (!(node instanceof Node.Scalar scalar)) {
      return place.refuse(node, EXPECTED);
    }
    Matcher time = TIME.matcher(scalar.text());
    if (!time.matches()) {
      return place.refuse(node, scalar.found(), EXPECTED, almost(scalar.text()));
    }
    BigDecimal exact = picoseconds(time);
    BigInteger whole = exact.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    Bounds bounds = place.bounds().within(0, Long.MAX_VALUE);
    // Said in seconds: the range would say it in nineteen digits of picoseconds.
    if (exact.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      return place.refuse(node, "at most " + LONGEST);
    }
    if (isOutside(exact, bounds)) {
      return place.refuse(node, bounds.ofTimes());
    }
    if (exact.compareTo(new BigDecimal(whole)) != 0) {
      long nearest = Math.max(bounds.min(), whole.longValueExact());
      String spelling = new Ticks(nearest).toString();
      return place.refuse(node, scalar.found(), "a whole number of picoseconds", spelling);
    }
    return new Ticks(whole.longValueExact());
  }

  /** Decimal throughout: a binary fraction would turn 0.1ns into something else. */
  private static BigDecimal picoseconds(Matcher time) {
    String unit = time.group(4);
    String fraction = time.group(3) == null ? "" : time.group(3);
    BigDecimal value = new BigDecimal(time.group(1) + time.group(2) + fraction);
    for (TimeUnit candidate : TimeUnit.LARGEST_FIRST) {
      if (candidate.suffix().equals(unit)) {
        return value.multiply(BigDecimal.valueOf(candidate.picoseconds()));
      }
    }
    throw new AssertionError(unit);
  }

  /** A value just above nothing is inexact rather than too small. */
  private static boolean isOutside(BigDecimal picoseconds, Bounds bounds) {
    boolean inexact = picoseconds.stripTrailingZeros().scale() > 0;
    boolean tooSmall = picoseconds.compareTo(BigDecimal.valueOf(bounds.min())) < 0;
    boolean tooLarge = picoseconds.compareTo(BigDecimal.valueOf(bounds.max())) > 0;
    return tooLarge || (tooSmall && !(inexact && picoseconds.signum() > 0));
  }

  /** The same time in the spelling that files use; nothing if the text is no time at all. */
  private static String almost(String text) {
    Matcher matcher = ALMOST.matcher(text.strip().replace("_", "").toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return "";
    }
    return matcher.group(1) + matcher.group(2).replaceAll("[\u00b5\u03bc]", "u") + "s";
  }

  @Override
  public Node write(Object value) {
    return Written.text(value);
  }

  @Override
  public String word() {
    return "time";
  }

  @Override
  public String label() {
    return "a time";
  }

  @Override
  public String range(Bounds bounds) {
    return bounds.within(0, Long.MAX_VALUE).ofTimes();
  }
}
