package io.ackfin.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an input while it is read. Not safe for use by several threads. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Whether nothing is wrong so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** How many there are so far. */
  public int size() {
    return found.size();
  }

  /**
   * Whether something is wrong with the parameter {@code path} or with one below it, so that its
   * value is a stand-in and not worth comparing with others.
   */
  public boolean under(String path) {
    return found.stream().anyMatch(problem -> isUnder(problem.path(), path));
  }

  private static boolean isUnder(String inner, String outer) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || ".[".indexOf(inner.charAt(outer.length())) >= 0);
  }

  /** All problems in the order of the input's text, options last. */
  public List<Problem> inOrder() {
    return found.stream().sorted(Comparator.comparing(Problem::at)).toList();
  }
}
