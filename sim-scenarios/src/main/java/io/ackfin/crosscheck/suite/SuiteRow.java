package io.ackfin.crosscheck.suite;

import io.ackfin.crosscheck.real.RuntimeLimits;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/**
 * One workload of the suite.
 *
 * @param name as its scenario has it
 * @param yaml the scenario, with what it leaves out at its defaults
 */
public record SuiteRow(String name, String yaml) {
  /** The scenario. */
  public Scenario scenario() {
    SourceText text = new SourceText("suite: " + name, yaml, SourceText.Syntax.YAML);
    return ScenarioLoader.parse(text, Path.of(""), List.of(), new RuntimeLimits());
  }
}
