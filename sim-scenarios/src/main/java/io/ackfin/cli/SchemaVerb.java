package io.ackfin.cli;

import io.ackfin.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON schema of scenario files. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON schema of scenario files, for editors and other tools.",
    footer = {"", "Example:", "  ackfin schema > scenario.schema.json"})
final class SchemaVerb implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(ScenarioSchema.asJson());
    return ExitCode.OK.status();
  }
}
