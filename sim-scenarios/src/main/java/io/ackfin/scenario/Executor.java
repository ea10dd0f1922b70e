package io.ackfin.scenario;

import io.ackfin.scenario.text.Problem;
import java.util.List;

/**
 * Whoever runs scenarios, and what of them it cannot run. No key is without effect, so what an
 * executor cannot do it refuses, at the key that asks for it.
 */
@FunctionalInterface
public interface Executor {
  /**
   * What a valid scenario asks for that this executor cannot do; none if it can run it.
   *
   * @return each with the path of the parameter as its name
   */
  List<Problem.Refusal> refusals(Scenario scenario);
}
