package io.ackfin.scenario.text;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** An input cannot be used; the message is all of its problems, a line each. */
public final class InvalidInputException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Wraps at least one problem. */
  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the input's text. */
  public List<Problem> problems() {
    return problems;
  }
}
