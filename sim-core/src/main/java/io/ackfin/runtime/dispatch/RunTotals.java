package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of a whole run.
 *
 * @param tasks how many tasks the workload has
 * @param schedulers how many schedulers there were at the end
 * @param cases how often each completion case was found, 0 included
 * @param guardWaits dispatches to a busy core that had to wait for its ACK
 * @param guardLoads reads of COND that the guard made, at least one per dispatch to a busy core
 * @param finSkips how often a core left FIN out
 * @param coresMoved cores that changed hands
 * @param firstSubmissionNs when the first task was submitted, in nanoseconds since the epoch
 */
public record RunTotals(
    int tasks,
    int schedulers,
    Map<CompletionCase, Long> cases,
    long guardWaits,
    long guardLoads,
    long finSkips,
    int coresMoved,
    long firstSubmissionNs) {
  public RunTotals {
    cases = Collections.unmodifiableMap(new EnumMap<>(cases));
  }
}
