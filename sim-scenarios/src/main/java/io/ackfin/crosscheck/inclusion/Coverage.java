package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Effect;
import io.ackfin.protocol.CompletionCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a recording took of the tables, zeros included. Waits that went on, polls and looks that
 * changed nothing are not in a recording and so in none of the counts.
 *
 * @param coreEdges how often one row of the core's program followed another, by name
 * @param schedulerEdges the same of the scheduler's programs, the choice of a program included
 * @param effects how often a step of a scheduler's program meant something
 * @param cases what polls took COND for; {@link CompletionCase#NONE} opened the pending slot
 */
public record Coverage(
    Map<String, Long> coreEdges,
    Map<String, Long> schedulerEdges,
    Map<Effect, Long> effects,
    Map<CompletionCase, Long> cases) {

  /** The edges that the tables have and nobody took: the core's, then the scheduler's. */
  public List<String> neverTaken() {
    List<String> names = new ArrayList<>();
    coreEdges.forEach((edge, count) -> addIfNever(names, "core " + edge, count));
    schedulerEdges.forEach((edge, count) -> addIfNever(names, "scheduler " + edge, count));
    return names;
  }

  private static void addIfNever(List<String> names, String name, long count) {
    if (count == 0) {
      names.add(name);
    }
  }
}
