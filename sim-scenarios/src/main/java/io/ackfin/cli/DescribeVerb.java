package io.ackfin.cli;

import io.ackfin.scenario.describe.Describe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints parameters with their units, defaults and sources, from their one declaration. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints parameters, units, defaults and sources of presets, devices, generators, variants,",
      "protections, additions and faults; without a KIND, what there is to describe."
    },
    footer = {
      "",
      "Examples:",
      "  ackfin describe scenario",
      "  ackfin describe preset a2a3",
      "  ackfin describe generator layered"
    })
final class DescribeVerb implements Callable<Integer> {
  @Parameters(arity = "0..2", paramLabel = "KIND [NAME]", description = "what to describe")
  private List<String> words = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(Describe.of(words).asText());
    return ExitCode.OK.status();
  }
}
