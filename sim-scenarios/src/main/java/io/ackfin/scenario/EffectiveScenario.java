package io.ackfin.scenario;

import io.ackfin.scenario.text.YamlText;

/** Writes scenarios out in full, so that a run can be repeated from what it left behind. */
public final class EffectiveScenario {
  private EffectiveScenario() {}

  /**
   * The scenario as YAML with every default written out. Loading it gives an equal scenario, also
   * with a version in which the defaults are others.
   */
  public static String toYaml(Scenario scenario) {
    return YamlText.of(ScenarioTypes.create().write(scenario));
  }
}
