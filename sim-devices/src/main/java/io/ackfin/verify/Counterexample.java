package io.ackfin.verify;

import io.ackfin.protocol.Invariant;
import java.util.List;

/**
 * A shortest way into the violation of one invariant.
 *
 * @param invariant what breaks
 * @param reason what is wrong at the end of the way, in one sentence
 * @param steps the way, from the chip's start
 * @param situation the situation at the end, a line each for cores, threads and stores on their way
 * @param round how many steps, from the last one back, can be taken again and again; 0 unless that
 *     is what is wrong
 */
public record Counterexample(
    Invariant invariant, String reason, List<Step> steps, List<String> situation, int round) {
  public Counterexample {
    steps = List.copyOf(steps);
    situation = List.copyOf(situation);
    if (round < 0 || round > steps.size()) {
      throw new IllegalArgumentException(
          "round: " + round + " (expected: 0 to " + steps.size() + ", the steps of the way)");
    }
  }

  /** A way to something that a step breaks, or to a situation that no step changes. */
  public Counterexample(
      Invariant invariant, String reason, List<Step> steps, List<String> situation) {
    this(invariant, reason, steps, situation, 0);
  }
}
