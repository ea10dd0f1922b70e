package io.ackfin.cli;

import io.ackfin.scenario.text.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** What the command line changes in a scenario. */
final class ChangeOptions {
  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "sets one value of the scenario, e.g. protocol.variant=single-slot; repeatable")
  private List<String> sets = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "the seed of all random draws")
  private Long seed;

  List<Assignment> assignments() {
    return sets.stream().map(Assignment::set).toList();
  }

  OptionalLong seed() {
    return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
  }
}
