package io.ackfin.cli;

import io.ackfin.crosscheck.real.RuntimeLimits;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which runs are checked: real ones of a scenario, or recordings. */
final class RoundOptions {
  static final String RECORDING = "--recording";
  static final String ROUNDS = "--rounds";
  static final String FAULT = "--fault";
  static final String KEEP = "--keep-recordings";

  private static final int MOST_ROUNDS = 1_000_000;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "a scenario file, YAML or JSON")
  private Path file;

  @Mixin private ChangeOptions changes;

  @Option(
      names = ROUNDS,
      paramLabel = "N",
      defaultValue = "5",
      description = "how often the workload is run (default: ${DEFAULT-VALUE})")
  private String rounds;

  @Option(
      names = FAULT,
      split = ",",
      paramLabel = "F",
      description =
          "mistakes that are built into the real runtime, to see that they are found;"
              + " 'ackfin describe runtime-fault' lists them (those of 'describe fault' are built"
              + " into the model, by verify)")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = KEEP,
      description = "keeps the recordings of all rounds, not only of the first that differs")
  private boolean keep;

  @Option(
      names = RECORDING,
      arity = "1..*",
      paramLabel = "FILE",
      description = "checks recordings that earlier cross-checks kept, without running anything")
  private List<Path> recordings = new ArrayList<>();

  boolean keep() {
    return keep;
  }

  /** The recordings to check; none if a scenario is run. */
  List<Path> recordings() {
    return recordings;
  }

  /** The scenario's file; none if recordings are checked, or by mistake. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** How many rounds. */
  int rounds(OptionReader reader) {
    return reader.count(ROUNDS, rounds, 1, MOST_ROUNDS);
  }

  /** The mistakes that are built in. */
  Set<Fault> faults(OptionReader reader) {
    return new TreeSet<>(reader.distinct(FAULT, faults, List.of(Fault.values()), Fault::toString));
  }

  /** The scenario, as the real runtime can run it. */
  Scenario scenario() {
    return ScenarioLoader.load(file, changes.assignments(), changes.seed(), new RuntimeLimits());
  }
}
