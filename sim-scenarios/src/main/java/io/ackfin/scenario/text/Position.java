package io.ackfin.scenario.text;

import java.util.Comparator;

/**
 * A place in an input.
 *
 * @param source what the input is called: a file as the user named it, or an option as it was given
 * @param line from 1; 0 if the source has no lines
 * @param column from 1, counted in code points; 0 if the source has no lines
 */
public record Position(String source, int line, int column) implements Comparable<Position> {
  // Options come after files: they were read later, and overrule them.
  private static final Comparator<Position> READING_ORDER =
      Comparator.comparing((Position position) -> position.line == 0)
          .thenComparing(Position::source)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  /** A source as a whole. */
  public static Position of(String source) {
    return new Position(source, 0, 0);
  }

  @Override
  public int compareTo(Position other) {
    return READING_ORDER.compare(this, other);
  }

  /** As compilers write it: {@code file:line:column}, or the source alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
