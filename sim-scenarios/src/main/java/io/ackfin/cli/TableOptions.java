package io.ackfin.cli;

import io.ackfin.crosscheck.mutant.MutantOptions;
import io.ackfin.crosscheck.timing.SlotTable;
import io.ackfin.crosscheck.timing.TimingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Cross-checks with workloads of their own, each of which makes a page and nothing else. */
final class TableOptions {
  static final String MUTANTS = "--mutants";
  static final String SLOTS = "--slots";

  /** What neither table has a use for; the tables themselves are among them. */
  static final List<String> UNUSED =
      List.of(
          RoundOptions.RECORDING,
          CrossCheckVerb.SUITE,
          MUTANTS,
          SLOTS,
          "--set",
          "--seed",
          "--require-cases",
          "--tolerance",
          RoundOptions.FAULT,
          RoundOptions.KEEP,
          "--json");

  @Option(
      names = MUTANTS,
      description =
          "builds every mistake into the runtime, in every variant, up to --rounds (here 50)"
              + " times until a check finds it, and makes 1,000 runs without one; writes the page"
              + " mutants.md, to reports/baselines or to --out")
  private boolean mutants;

  @Option(
      names = SLOTS,
      description =
          "times two payload slots against one for kernels of 0 to 100 us, --rounds runs of each"
              + " (here 60), with the ratio that the model predicts from the calibrated costs;"
              + " writes the page slots.md, to reports/baselines or to --out")
  private boolean slots;

  /** The option of the table that is asked for; of both, the one that then refuses the other. */
  Optional<String> asked() {
    return slots ? Optional.of(SLOTS) : mutants ? Optional.of(MUTANTS) : Optional.empty();
  }

  /**
   * Makes the table that is asked for.
   *
   * @param rounds how many runs the user wants of each row, if that was said
   */
  ExitCode run(OptionalInt rounds, ResultOptions output, CommandLine line) {
    Path folder = output.folder().orElse(SuiteRun.DEFAULT_FOLDER);
    if (slots) {
      TimingOptions usual = SlotTable.options();
      TimingOptions options = rounds.isPresent() ? usual.withRounds(rounds.getAsInt()) : usual;
      return new SlotRun(folder, options, output.quiet()).run(line);
    }
    MutantOptions usual = MutantOptions.defaults();
    MutantOptions options =
        new MutantOptions(
            rounds.orElse(usual.rounds()),
            usual.harmlessRounds(),
            usual.cleanRuns(),
            usual.stuckMs(),
            usual.seed());
    return new MutantRun(folder, options, output.quiet()).run(line.getOut());
  }
}
