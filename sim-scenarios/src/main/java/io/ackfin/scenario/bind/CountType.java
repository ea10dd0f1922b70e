package io.ackfin.scenario.bind;

import io.ackfin.scenario.text.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * Whole numbers without a unit: {@code 1000}. Other spellings of numbers are refused with the
 * digits that they probably stand for, unless these would be refused, too.
 */
final class CountType implements ValueType {
  private static final Pattern COUNT = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]*([_' ,][0-9]+)+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{0,18})?([eE]\\+?[0-9]{1,2})?");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,15}");
  private static final int HEXADECIMAL_BASE = 16;
  // A leading zero means octal to some readers of YAML, so that there is no one value to suggest.
  private static final Pattern AMBIGUOUS = Pattern.compile("[+-]?0[0-9].*");

  private final long least;
  private final long most;
  private final LongFunction<Object> boxed;

  private CountType(long least, long most, LongFunction<Object> boxed) {
    this.least = least;
    this.most = most;
    this.boxed = boxed;
  }

  /** For components of type {@code int}. */
  static CountType ofInt() {
    return new CountType(Integer.MIN_VALUE, Integer.MAX_VALUE, value -> (int) value);
  }

  /** For components of type {@code long}. */
  static CountType ofLong() {
    return new CountType(Long.MIN_VALUE, Long.MAX_VALUE, value -> value);
  }

  @Override
  public Object read(Node node, Place place) {
    Bounds bounds = place.bounds().within(least, most);
    String expected =
        bounds.isUnlimited()
            ? "a whole number of at most 64 bits"
            : "a whole number, " + bounds.ofCounts();
    if (!(node instanceof Node.Scalar scalar)) {
      return place.refuse(node, expected);
    }
    boolean quoted = scalar.kind() == Node.Kind.TEXT;
    boolean digits = COUNT.matcher(scalar.text()).matches();
    if (digits && !quoted && isInside(scalar.text(), bounds)) {
      return boxed.apply(Long.parseLong(scalar.text()));
    }
    String almost = digits && !quoted ? "" : almost(scalar.text());
    String found = digits && quoted ? "'" + scalar.text() + "' in quotes" : scalar.found();
    String nearest = !almost.isEmpty() && isInside(almost, bounds) ? almost : "";
    return place.refuse(node, found, expected, nearest);
  }

  /** Whether a value lies in its range; it may have any number of digits. */
  private static boolean isInside(String digits, Bounds bounds) {
    BigInteger value = new BigInteger(digits);
    return value.compareTo(BigInteger.valueOf(bounds.min())) >= 0
        && value.compareTo(BigInteger.valueOf(bounds.max())) <= 0;
  }

  /** The digits that were probably meant, or nothing. */
  private static String almost(String text) {
    if (GROUPED.matcher(text).matches()) {
      return text.replaceAll("[^0-9]", "");
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return new BigInteger(text.substring(2), HEXADECIMAL_BASE).toString();
    }
    if (!DECIMAL.matcher(text).matches() || AMBIGUOUS.matcher(text).matches()) {
      return "";
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    return value.scale() <= 0 ? value.toPlainString() : "";
  }

  @Override
  public Node write(Object value) {
    return Written.number(value);
  }

  @Override
  public String word() {
    return "count";
  }

  @Override
  public String label() {
    return "a count";
  }

  @Override
  public String range(Bounds bounds) {
    return bounds.within(least, most).ofCounts();
  }
}
