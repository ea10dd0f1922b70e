package io.ackfin.crosscheck.judge;

import io.ackfin.protocol.CompletionCase;
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

  /** The edges that the tables have and nobody took. */
  public List<String> neverTaken() {
    return edges.entrySet().stream()
        .filter(edge -> edge.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
