package io.ackfin.scenario.text;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that is wrong with an input; the form is the package's rule.
 *
 * @param at where it stands
 * @param path the parameter, such as {@code soc.aicpu.schedulers}, or the kind of trouble
 * @param found the offending value, or what is wrong with it
 * @param expected what would be right, never empty
 * @param nearest the valid spelling that was probably meant, empty if none is near
 */
public record Problem(Position at, String path, String found, String expected, String nearest) {
  private static final int LONGEST_QUOTE = 60;

  /** A problem for which no spelling is near. */
  public Problem(Position at, String path, String found, String expected) {
    this(at, path, found, expected, "");
  }

  /**
   * A message of the form {@code name: value (expected: ...)}, which is how the checks of records
   * refuse values.
   *
   * @param name of the component, or whatever else stands in front of the colon
   */
  public record Refusal(String name, String found, String expected) {
    private static final Pattern FORM = Pattern.compile("(?s)([^:]+): (.*) \\(expected: (.*)\\)");

    /** Takes a message apart; one of another form is all value. */
    public static Refusal of(String message) {
      Matcher matcher = FORM.matcher(message);
      return matcher.matches()
          ? new Refusal(matcher.group(1), quote(matcher.group(2)), matcher.group(3))
          : new Refusal("", quote(message), "values that fit together");
    }
  }

  /** The path of a key below another path, which is empty for the whole input. */
  public static String path(String parent, String key) {
    String name = key.isBlank() ? "'" + key.replaceAll("\\s", " ") + "'" : quote(key);
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** What is expected where any of {@code choices}, of which there is one at least, is right. */
  public static String oneOf(Collection<?> choices) {
    String listed = choices.stream().map(Object::toString).collect(Collectors.joining(", "));
    return choices.size() == 1 ? listed : "one of " + listed;
  }

  /** {@code text} on one line and short enough to be quoted in a problem. */
  public static String quote(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "...";
  }

  /** {@code where: path: found (expected: ...; did you mean '...'?)}. */
  @Override
  public String toString() {
    String hint = nearest.isEmpty() ? "" : "; did you mean '" + nearest + "'?";
    return at + ": " + path + ": " + found + " (expected: " + expected + hint + ")";
  }
}
