package io.ackfin.cli;

import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks a scenario and prints every problem at once. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks a scenario or a preset; prints every problem at once.",
    footer = {"", "Example:", "  ackfin validate configs/01-dual-slot.yaml --set soc.clusters=24"})
final class ValidateVerb implements Callable<Integer> {
  @Mixin private ScenarioOptions scenario;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Problem> problems = ScenarioLoader.check(scenario.file(), scenario.assignments());
    if (problems.isEmpty()) {
      spec.commandLine().getOut().println(scenario.file() + ": no problems");
      return ExitCode.OK.status();
    }
    Main.printProblems(problems, spec.commandLine().getErr());
    return ExitCode.USAGE.status();
  }
}
