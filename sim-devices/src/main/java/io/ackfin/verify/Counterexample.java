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
 */
public record Counterexample(
    Invariant invariant, String reason, List<Step> steps, List<String> situation) {
  public Counterexample {
    steps = List.copyOf(steps);
    situation = List.copyOf(situation);
  }
}
