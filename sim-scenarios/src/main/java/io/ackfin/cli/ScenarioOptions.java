package io.ackfin.cli;

import io.ackfin.scenario.text.Assignment;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The scenario and what the command line changes in it. */
final class ScenarioOptions {
  @Parameters(index = "0", paramLabel = "SCENARIO", description = "a scenario file, YAML or JSON")
  private Path file;

  @Mixin private ChangeOptions changes;

  Path file() {
    return file;
  }

  List<Assignment> assignments() {
    return changes.assignments();
  }

  OptionalLong seed() {
    return changes.seed();
  }
}
