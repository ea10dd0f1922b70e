package io.ackfin.scenario.text;

/**
 * A place in an input.
 *
 * @param source what the input is called: a file as the user named it, or an option as it was given
 * @param line from 1; 0 if the source has no lines
 * @param column from 1, counted in code points; 0 if the source has no lines
 */
public record Position(String source, int line, int column) {
  /** A source as a whole. */
  public static Position of(String source) {
    return new Position(source, 0, 0);
  }

  /** As compilers write it: {@code file:line:column}, or the source alone. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
