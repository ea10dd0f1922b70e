package io.ackfin.verify;

import io.ackfin.handshake.Completion;
import io.ackfin.protocol.CompletionCase;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of the steps that were looked at showed what is worth showing; a poll that changes
 * nothing counts as well. A step is counted once, however many ways lead to it.
 *
 * @param cases polls by the completion case that they took, {@link CompletionCase#NONE} included
 * @param inputs polls by the entry of the completion table that they looked up: whether a dispatch
 *     waits, whether it is gated, whose id COND shows, ACK or FIN; only entries that occur
 * @param guardWaits looks of the guard that did not let the dispatch go on
 * @param finSkips FINs that a core left out
 * @param aborts dispatches that were given up
 */
public record Reached(
    Map<CompletionCase, Long> cases,
    Map<String, Long> inputs,
    long guardWaits,
    long finSkips,
    long aborts) {
  public Reached {
    cases = Collections.unmodifiableMap(new EnumMap<>(cases));
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
  }

  static Reached of(Coverage coverage) {
    Map<CompletionCase, Long> cases = new EnumMap<>(CompletionCase.class);
    for (CompletionCase taken : CompletionCase.values()) {
      cases.put(taken, coverage.cases(taken.ordinal()));
    }
    Map<String, Long> inputs = new TreeMap<>();
    for (int input = 0; input <= Noted.INPUT; input++) {
      if (coverage.inputs(input) > 0) {
        inputs.put(Completion.describe(input), coverage.inputs(input));
      }
    }
    return new Reached(
        cases, inputs, coverage.guardWaits(), coverage.finSkips(), coverage.aborts());
  }
}
