package io.ackfin.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code ackfin}: names the verbs. */
@Command(
    name = "ackfin",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    sortOptions = false,
    description = "Simulates the dispatch path of an AI-accelerator chip, cycle by cycle.",
    subcommands = {
      RunVerb.class,
      ValidateVerb.class,
      DescribeVerb.class,
      SchemaVerb.class,
      ReferenceVerb.class,
      VerifyVerb.class,
      CrossCheckVerb.class,
      CalibrateVerb.class
    },
    footer = {
      "",
      "Examples:",
      "  ackfin run configs/01-dual-slot.yaml",
      "  ackfin run configs/03-mixed.yaml --set protocol.variant=single-slot --seed 7 --json",
      "  ackfin validate configs/02-chain.yaml",
      "  ackfin verify --without slot-flip --tasks 3",
      "  ackfin crosscheck configs/05-crosscheck.yaml --require-cases",
      "  ackfin describe preset a2a3",
      "",
      "Exit status: 0 done and all invariants hold, 1 a defect of ackfin, 2 bad usage or input,",
      "3 abnormal end or violated property, 4 out of tolerance, 5 partial result, 130 interrupted."
    })
public final class Ackfin implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }
}
