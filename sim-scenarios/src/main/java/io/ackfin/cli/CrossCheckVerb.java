package io.ackfin.cli;

import io.ackfin.crosscheck.CrossCheck;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.CrossCheckResult.Verdict;
import io.ackfin.crosscheck.KeptRounds;
import io.ackfin.crosscheck.RealRounds;
import io.ackfin.crosscheck.Rounds;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlans;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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
      "could not be judged, 130 interrupted.",
      "",
      "Examples:",
      "  ackfin crosscheck configs/05-crosscheck.yaml --rounds 20 --require-cases",
      "  ackfin crosscheck configs/05-crosscheck.yaml --set protocol.variant=dual-slot-parity --json",
      "  ackfin crosscheck configs/05-crosscheck.yaml --fault slot-flip -o reports/out/slot-flip",
      "  ackfin crosscheck --recording reports/out/slot-flip/round-0001.recording.gz"
    })
final class CrossCheckVerb implements Callable<Integer> {
  /** What says which runs are made, and so nothing about runs that were recorded. */
  private static final List<String> OF_REAL_RUNS =
      List.of("--set", "--seed", RoundOptions.ROUNDS, RoundOptions.FAULT, RoundOptions.KEEP);

  @Mixin private RoundOptions rounds;
  @Mixin private DemandOptions demands;
  @Mixin private ResultOptions output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    OptionReader reader = new OptionReader(spec.name());
    checkSource(reader);
    int count = rounds.rounds(reader);
    Set<Fault> faults = rounds.faults(reader);
    demands.read(reader);
    reader.throwProblems();
    if (!rounds.recordings().isEmpty()) {
      return check(new KeptRounds(rounds.recordings()), faults, Optional.empty()).status();
    }
    Scenario scenario = rounds.scenario();
    return check(
            new RealRounds(RuntimePlans.of(scenario), faults, count), faults, Optional.of(scenario))
        .status();
  }

  private void checkSource(OptionReader reader) {
    if (rounds.recordings().isEmpty()) {
      if (rounds.file().isEmpty()) {
        reader.refuse("SCENARIO", "", "a scenario, or " + RoundOptions.RECORDING + " FILE");
      }
      return;
    }
    rounds
        .file()
        .ifPresent(
            file ->
                reader.refuse(
                    RoundOptions.RECORDING,
                    "with " + file,
                    "no SCENARIO with it, as a recording holds its own"));
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (OF_REAL_RUNS.contains(option.longestName())) {
        reader.refuse(
            RoundOptions.RECORDING,
            "with " + option.longestName(),
            "no option with it that is about real runs");
      }
    }
  }

  private ExitCode check(Rounds source, Set<Fault> faults, Optional<Scenario> scenario)
      throws IOException {
    Optional<String> effective = scenario.map(EffectiveScenario::toYaml);
    try (Interruption interruption = Interruption.watch();
        RunFolder folder = output.make("crosscheck-" + source.name())) {
      CrossCheckFiles files = new CrossCheckFiles(folder);
      long clock = System.nanoTime();
      CrossCheckResult result;
      try (RoundProgress progress = progress(interruption, files, effective)) {
        result = CrossCheck.of(source, progress);
      }
      CrossChecked checked =
          new CrossChecked(
              result,
              faults.stream().map(Fault::toString).toList(),
              notes(scenario),
              new WallTime(System.nanoTime() - clock));
      // First of all, so that nothing that goes wrong with the files takes the result away.
      report(checked, folder);
      files.finish(checked, effective);
      return exitCode(result);
    }
  }

  /** Looks after the recordings, too: of a scenario's rounds, those that were asked for. */
  private RoundProgress progress(
      Interruption interruption, CrossCheckFiles files, Optional<String> effective) {
    return new RoundProgress(interruption, !output.quiet()) {
      private boolean differed;

      @Override
      public void judged(int round, RecordedRun run, Judgement found) {
        boolean differs =
            !run.finished() || found.checks().stream().anyMatch(check -> check.differences() > 0);
        boolean wanted = rounds.keep() || (differs && !differed);
        differed |= differs;
        effective.filter(yaml -> wanted).ifPresent(yaml -> files.keep(round, run, yaml));
      }
    };
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

  private ExitCode exitCode(CrossCheckResult result) {
    if (result.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    List<String> unmet = demands.unmet(result);
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
