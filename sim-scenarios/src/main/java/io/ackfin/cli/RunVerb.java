package io.ackfin.cli;

import io.ackfin.check.Verdict;
import io.ackfin.output.ConsoleSummary;
import io.ackfin.output.Manifest;
import io.ackfin.output.RunFolder;
import io.ackfin.output.RunOutputs;
import io.ackfin.output.SummaryJson;
import io.ackfin.output.WallTime;
import io.ackfin.run.Run;
import io.ackfin.run.RunEnding;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.run.ScenarioPlan;
import io.ackfin.run.SimulatorLimits;
import io.ackfin.scenario.EffectiveScenario;
import io.ackfin.scenario.ExpectSection;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.Assignment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Simulates a scenario and writes its outputs. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Simulates a scenario and writes its outputs.",
    footer = {
      "",
      "Examples:",
      "  ackfin run configs/01-dual-slot.yaml",
      "  ackfin run configs/03-mixed.yaml --set protocol.variant=single-slot --seed 7 --json",
      "  ackfin run configs/03-mixed.yaml --set 'protocol.without=[slot-flip]'"
    })
final class RunVerb implements Callable<Integer> {
  @Mixin private ScenarioOptions options;
  @Mixin private ResultOptions output;
  @Mixin private TraceOptions trace;

  @Option(
      names = "--max-time",
      paramLabel = "T",
      description = "the simulated time at which the run is cut off, e.g. 5ms")
  private String maxTime;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Scenario scenario =
        ScenarioLoader.load(options.file(), assignments(), options.seed(), new SimulatorLimits());
    RunPlan plan = ScenarioPlan.of(scenario);
    String effective = EffectiveScenario.toYaml(scenario);
    try (Interruption interruption = Interruption.watch();
        RunFolder folder = output.make(scenario.name());
        RunOutputs outputs = RunOutputs.open(folder, plan, trace.level(), trace.window())) {
      Instant began = Instant.now();
      long clock = System.nanoTime();
      RunResult result;
      try (Progress progress = new Progress(interruption, !output.quiet())) {
        result = new Run(plan, outputs.listeners()).execute(progress);
      }
      WallTime wall = new WallTime(System.nanoTime() - clock);
      outputs.finish(result, effective, manifest(scenario, effective, began, wall));
      report(result, wall, folder);
      return exitCode(result, scenario).status();
    }
  }

  private List<Assignment> assignments() {
    List<Assignment> assignments = new ArrayList<>(options.assignments());
    if (maxTime != null) {
      assignments.add(new Assignment("--max-time " + maxTime, "run.until", maxTime));
    }
    return assignments;
  }

  private Manifest manifest(Scenario scenario, String effective, Instant began, WallTime wall) {
    return new Manifest(
        ToolVersion.text(),
        Runtime.version().toString(),
        scenario.seed(),
        Sha256.of(effective),
        spec.commandLine().getParent() == null
            ? List.of()
            : spec.commandLine().getParent().getParseResult().originalArgs(),
        began,
        wall);
  }

  private void report(RunResult result, WallTime wall, RunFolder folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      SummaryJson.write(result, wall, json);
      out.println(json.toString(StandardCharsets.UTF_8).stripTrailing());
    } else if (!output.quiet()) {
      ConsoleSummary.of(result, wall, folder.path()).forEach(out::println);
    }
    out.flush();
  }

  /** An expected failure is a success, and a success that was expected to fail is none. */
  private ExitCode exitCode(RunResult result, Scenario scenario) {
    if (result.ending() == RunEnding.INTERRUPTED) {
      return ExitCode.INTERRUPTED;
    }
    ExitCode reached = result.good() ? ExitCode.OK : ExitCode.VIOLATED;
    if (scenario.expect().isEmpty()) {
      return reached;
    }
    ExpectSection expect = scenario.expect().get();
    boolean met =
        reached.status() == expect.exit()
            && expect.invariant().map(i -> isViolated(result, i.toString())).orElse(true);
    PrintWriter err = spec.commandLine().getErr();
    if (met) {
      err.println("ackfin: as the scenario expects");
      return ExitCode.OK;
    }
    err.println(
        "ackfin: the scenario expects exit "
            + expect.exit()
            + expect.invariant().map(i -> " and a violation of " + i).orElse("")
            + ", and the run gave exit "
            + reached.status());
    return ExitCode.VIOLATED;
  }

  private static boolean isViolated(RunResult result, String invariant) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.invariant().toString().equals(invariant))
        .noneMatch(Verdict::held);
  }
}
