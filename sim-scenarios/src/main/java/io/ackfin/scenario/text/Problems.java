package io.ackfin.scenario.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with an input while it is read. Not safe for use by several threads. */
public final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /** Says that the text called {@code source} is read next; its problems come in this order. */
  void reading(String source) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
  }

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

  /** {@code soc} is above {@code soc.clusters}, but not above {@code socket}. */
  private static boolean isUnder(String inner, String outer) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || ".[".indexOf(inner.charAt(outer.length())) >= 0);
  }

  /** All problems: source by source in the order of reading, and from top to bottom in each. */
  public List<Problem> inOrder() {
    Comparator<Position> order =
        Comparator.comparing((Position at) -> rank(at.source()))
            .thenComparing(Position::line)
            .thenComparing(Position::column);
    return found.stream().sorted(Comparator.comparing(Problem::at, order)).toList();
  }

  /** What could not even be read comes last. */
  private int rank(String source) {
    int index = sources.indexOf(source);
    return index < 0 ? sources.size() : index;
  }
}
