package io.ackfin.cli;

import io.ackfin.crosscheck.CrossCheck;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.CrossCheckResult.Verdict;
import io.ackfin.crosscheck.KeptRounds;
import io.ackfin.crosscheck.RealRounds;
import io.ackfin.crosscheck.Rounds;
import io.ackfin.crosscheck.real.RuntimePlans;
import io.ackfin.crosscheck.suite.CrossCheckSuite;
import io.ackfin.crosscheck.suite.SuiteRow;
import io.ackfin.crosscheck.timing.TimelineComparison;
import io.ackfin.crosscheck.timing.Timing;
import io.ackfin.crosscheck.timing.TimingOptions;
import io.ackfin.output.CrossCheckFiles;
import io.ackfin.output.CrossCheckJson;
import io.ackfin.output.CrossCheckText;
import io.ackfin.output.CrossChecked;
import io.ackfin.output.RunFolder;
import io.ackfin.output.WallTime;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.scenario.EffectiveScenario;
import io.ackfin.scenario.RuntimeSection;
import io.ackfin.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a workload on real threads and holds what they recorded against the model. */
@Command(
    name = "crosscheck",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Runs a scenario's workload on threads of this host, records every access, and asks of each",
      "recording whether the model could have done the same: the decisions, the values of the",
      "registers, the order of accesses, the invariants. Says how much was compared."
    },
    footer = {
      "",
      "Exit status: 0 no difference, 2 bad usage, 3 an invariant is broken or a run failed, 4 any",
      "other difference, nothing compared, a missing case or a time out of tolerance, 5 some rounds",
      "could not be judged or times not compared to a tolerance, 130 interrupted.",
      "",
      "Examples:",
      "  ackfin crosscheck configs/05-crosscheck.yaml --rounds 20 --require-cases",
      "  ackfin crosscheck configs/05-crosscheck.yaml --set protocol.variant=dual-slot-parity --json",
      "  ackfin crosscheck configs/05-crosscheck.yaml --fault slot-flip -o reports/out/slot-flip",
      "  ackfin crosscheck --mutants",
      "  ackfin calibrate && ackfin crosscheck --slots",
      "  ackfin crosscheck --suite --rounds 20 -o reports/out/suite",
      "  ackfin crosscheck --recording reports/out/slot-flip/round-0001.recording.gz"
    })
final class CrossCheckVerb implements Callable<Integer> {
  static final String SUITE = "--suite";

  /** What says which runs are made, and so nothing about runs that were recorded. */
  private static final List<String> OF_REAL_RUNS =
      List.of("--set", "--seed", RoundOptions.ROUNDS, RoundOptions.FAULT, RoundOptions.KEEP);

  /** The suite has its own scenarios, and demands. */
  private static final List<String> NOT_OF_THE_SUITE =
      List.of(RoundOptions.RECORDING, "--set", "--seed", "--require-cases", "--tolerance");

  /** Tasks of each row of the suite. */
  private static final int SUITE_TASKS = 500;

  @Mixin private RoundOptions rounds;
  @Mixin private DemandOptions demands;
  @Mixin private TableOptions tables;
  @Mixin private ResultOptions output;

  @Option(
      names = SUITE,
      description =
          "runs every workload of the suite instead of a SCENARIO: all variants, graphs and ways,"
              + " one to three cores, and the full chip; each completion case has to occur 1,000"
              + " times over the whole")
  private boolean suite;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    OptionReader reader = new OptionReader(spec.name());
    checkSource(reader);
    int count = rounds.rounds(reader);
    Set<Fault> faults = rounds.faults(reader);
    demands.read(reader);
    reader.throwProblems();
    if (tables.asked().isPresent()) {
      OptionalInt said = saidRounds() ? OptionalInt.of(count) : OptionalInt.empty();
      return tables.run(said, output, spec.commandLine()).status();
    }
    if (suite) {
      return checkSuite(count, faults).status();
    }
    if (!rounds.recordings().isEmpty()) {
      return check(new KeptRounds(rounds.recordings()), Optional.empty(), faults).status();
    }
    Scenario scenario = rounds.scenario();
    Rounds real = new RealRounds(RuntimePlans.of(scenario), faults, count);
    return check(real, Optional.of(scenario), faults).status();
  }

  /** Exactly one of scenario, recordings, suite and tables, and nothing that it has no use for. */
  private void checkSource(OptionReader reader) {
    if (tables.asked().isPresent()) {
      checkUnused(reader, tables.asked().get(), TableOptions.UNUSED);
    } else if (suite) {
      checkUnused(reader, SUITE, NOT_OF_THE_SUITE);
    } else if (!rounds.recordings().isEmpty()) {
      checkUnused(reader, RoundOptions.RECORDING, OF_REAL_RUNS);
    } else if (rounds.file().isEmpty()) {
      reader.refuse(
          "SCENARIO",
          "",
          "a scenario, or one of "
              + String.join(
                  ", ", RoundOptions.RECORDING, SUITE, TableOptions.MUTANTS, TableOptions.SLOTS));
    }
  }

  private void checkUnused(OptionReader reader, String source, List<String> unused) {
    rounds
        .file()
        .ifPresent(file -> reader.refuse(source, "with " + file, "no SCENARIO, as it has its own"));
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (unused.contains(name) && !name.equals(source)) {
        reader.refuse(source, "with " + name, "no option that it has no use for");
      }
    }
  }

  private boolean saidRounds() {
    return spec.commandLine().getParseResult().hasMatchedOption(RoundOptions.ROUNDS);
  }

  private ExitCode check(Rounds source, Optional<Scenario> scenario, Set<Fault> faults)
      throws IOException {
    try (Interruption interruption = Interruption.watch();
        RunFolder folder =
            output.make("crosscheck-" + scenario.map(Scenario::name).orElse("recordings"))) {
      CrossCheckFiles files = new CrossCheckFiles(folder);
      KeptRecordings recordings = new KeptRecordings(files, rounds.keep());
      scenario.ifPresent(recordings::of);
      long clock = System.nanoTime();
      CrossCheckResult result;
      try (RoundProgress progress =
          new RoundProgress(interruption, !output.quiet(), source.count(), recordings)) {
        result = CrossCheck.of(source, progress);
        result = result.timed(timeline(scenario, faults, interruption));
      }
      CrossChecked checked =
          new CrossChecked(result, List.of(), names(faults), notes(scenario), elapsedSince(clock));
      // First of all, so that nothing that goes wrong with the files takes the result away.
      report(checked, folder);
      files.finish(checked, scenario.map(EffectiveScenario::toYaml));
      return exitCode(result, demands.unmet(result));
    }
  }

  private ExitCode checkSuite(int count, Set<Fault> faults) throws IOException {
    List<SuiteRow> rows = CrossCheckSuite.rows(SUITE_TASKS);
    try (Interruption interruption = Interruption.watch();
        RunFolder folder = output.make("crosscheck-suite")) {
      CrossCheckFiles files = new CrossCheckFiles(folder);
      KeptRecordings recordings = new KeptRecordings(files, rounds.keep());
      long clock = System.nanoTime();
      List<CrossCheckResult> parts = new ArrayList<>();
      try (RoundProgress progress =
          new RoundProgress(interruption, !output.quiet(), count * rows.size(), recordings)) {
        for (SuiteRow row : rows) {
          Scenario scenario = row.scenario();
          recordings.of(scenario);
          parts.add(
              CrossCheck.of(new RealRounds(RuntimePlans.of(scenario), faults, count), progress));
          if (interruption.requested()) {
            break;
          }
        }
      }
      CrossCheckResult result = CrossCheckResult.together("suite", parts);
      CrossChecked checked =
          new CrossChecked(result, parts, names(faults), List.of(), elapsedSince(clock));
      report(checked, folder);
      files.finish(checked, Optional.empty());
      return interruption.requested()
          ? ExitCode.INTERRUPTED
          : exitCode(result, DemandOptions.unmetBySuite(result));
    }
  }

  private static TimelineComparison timeline(
      Optional<Scenario> scenario, Set<Fault> faults, Interruption interruption) {
    if (scenario.isEmpty() || !faults.isEmpty()) {
      return TimelineComparison.not("recordings and faulty runs are not timed");
    }
    return Timing.compareOnThisHost(
        RuntimePlans.of(scenario.get()), TimingOptions.defaults(), interruption::requested);
  }

  private static List<String> names(Set<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  private static WallTime elapsedSince(long clock) {
    return new WallTime(System.nanoTime() - clock);
  }

  private static List<String> notes(Optional<Scenario> scenario) {
    boolean unused =
        scenario.filter(read -> read.runtime().kernel() == RuntimeSection.Kernel.NOOP).isPresent();
    return unused
        ? List.of("noop kernels are over at once: the workload's durations were not used")
        : List.of();
  }

  private void report(CrossChecked checked, RunFolder folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      CrossCheckJson.write(checked, json);
      out.println(json.toString(StandardCharsets.UTF_8).stripTrailing());
    } else if (!output.quiet()) {
      CrossCheckText.of(checked, folder.path()).forEach(out::println);
    }
    out.flush();
  }

  private ExitCode exitCode(CrossCheckResult result, List<String> unmet) {
    if (result.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    PrintWriter err = spec.commandLine().getErr();
    unmet.forEach(line -> err.println("ackfin: " + line));
    if (result.verdict() == Verdict.VIOLATED) {
      return ExitCode.VIOLATED;
    }
    if (result.verdict() != Verdict.AGREES || !unmet.isEmpty()) {
      return ExitCode.DIFFERENT;
    }
    boolean partial = result.unjudged() > 0 || demands.isUndecided(result);
    return partial ? ExitCode.PARTIAL : ExitCode.OK;
  }
}
