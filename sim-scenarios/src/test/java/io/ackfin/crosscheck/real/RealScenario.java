package io.ackfin.crosscheck.real;

import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.SourceText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Small scenarios for real runs: one cluster, a few short tasks of every shape. */
public final class RealScenario {
  private static final String SMALL =
      """
      ackfin: 1
      name: small
      soc: { clusters: 1 }
      runtime: { kernel: noop, wait: yield }
      workload: { generator: { kind: mixed, iterations: 4, duration: 1us } }
      """;

  private RealScenario() {}

  /** The small scenario with some values set, each as {@code path=value}. */
  public static Scenario with(String... sets) {
    List<Assignment> assignments = Arrays.stream(sets).map(Assignment::set).toList();
    SourceText text = new SourceText("small.yaml", SMALL, SourceText.Syntax.YAML);
    return ScenarioLoader.parse(text, Path.of(""), assignments, new RuntimeLimits());
  }
}
