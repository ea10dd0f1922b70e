package io.ackfin.crosscheck.judge;

import io.ackfin.protocol.CompletionCase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what can happen did happen.
 *
 * @param cases how often each completion case was taken, zeros included, without {@link
 *     CompletionCase#NONE}
 * @param guardWaits dispatches to a busy core that found it had not answered yet
 * @param finSkips how often a core left FIN out
 * @param handOvers cores that changed hands
 * @param edges how often one row of a program followed another, by "core ..." and "scheduler ...",
 *     zeros included
 */
public record RunCoverage(
    Map<CompletionCase, Long> cases,
    long guardWaits,
    long finSkips,
    long handOvers,
    Map<String, Long> edges) {

  public RunCoverage {
    cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    edges = Collections.unmodifiableMap(new LinkedHashMap<>(edges));
  }

  /** This coverage and that of a later run together; the runs may be of different protocols. */
  public RunCoverage and(RunCoverage later) {
    return new RunCoverage(
        sum(cases, later.cases),
        guardWaits + later.guardWaits,
        finSkips + later.finSkips,
        handOvers + later.handOvers,
        sum(edges, later.edges));
  }

  private static <K> Map<K, Long> sum(Map<K, Long> some, Map<K, Long> more) {
    Map<K, Long> sum = new LinkedHashMap<>(some);
    more.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  /** The edges that the tables have and nobody took. */
  public List<String> neverTaken() {
    return edges.entrySet().stream()
        .filter(edge -> edge.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
