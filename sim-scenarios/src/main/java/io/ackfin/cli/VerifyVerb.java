package io.ackfin.cli;

import io.ackfin.output.AnswerFiles;
import io.ackfin.output.AnswerJson;
import io.ackfin.output.AnswerText;
import io.ackfin.output.Exploration;
import io.ackfin.output.RunFolder;
import io.ackfin.output.WallTime;
import io.ackfin.verify.Answer;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Explorer;
import io.ackfin.verify.ExplorerOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Explores every order of the handshake's steps in a bounded system. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Explores every order of the handshake's steps in a bounded system: so many tasks, cores and",
      "threads. Says that every invariant holds there, or prints the shortest way into each that",
      "breaks. What holds for the system explored is proved for it, and for no larger one."
    },
    footer = {
      "",
      "Exit status: 0 everything holds, 2 bad usage, 3 something is violated, 5 not finished and",
      "nothing violated so far, 130 interrupted; of the suite also 4, something is not as declared.",
      "",
      "Examples:",
      "  ackfin verify --tasks 6",
      "  ackfin verify --variant dual-slot-parity --id-modulus 2 --json | jq .violated",
      "  ackfin verify --without slot-flip --tasks 3",
      "  ackfin verify --fault case-d-as-c -o reports/out/case-d",
      "  ackfin verify --cores aic=1,aiv=2 --shapes AIC_ONLY,AIV_X2 --kernel-sync start --tasks 3",
      "  ackfin verify --memory relaxed:hank --no-barrier --tasks 3"
    })
final class VerifyVerb implements Callable<Integer> {
  private static final String MORE_MEMORY =
      "ackfin: more states fit with more memory, as with ACKFIN_JAVA_OPTIONS=-Xmx12g, or with"
          + " --compact";

  private static final String SUITE = "--suite";

  /** The suite says what is explored, and its page is all that it writes. */
  private static final List<String> OF_THE_SUITE =
      List.of("--limit", "--compact", "--no-symmetry", "--out", "--quiet");

  @Mixin private SystemOptions bounded;
  @Mixin private SearchOptions search;
  @Mixin private ResultOptions output;

  @Option(
      names = SUITE,
      description =
          "explores every system of the suite instead and writes the page verify.md, to"
              + " reports/baselines or to --out")
  private boolean suite;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (suite) {
      return runSuite().status();
    }
    OptionReader reader = new OptionReader(spec.name());
    Optional<BoundedSystem> read = bounded.read(reader);
    ExplorerOptions options = search.read(reader);
    reader.throwProblems();
    BoundedSystem system = read.orElseThrow();
    try (Interruption interruption = Interruption.watch();
        RunFolder folder = output.make("verify-" + system.protocol().variant())) {
      Exploration exploration = explore(system, options, interruption);
      // First of all, so that nothing that goes wrong with the files takes the answer away.
      report(exploration, folder);
      doubt(AnswerFiles.write(exploration, folder));
      return exitCode(exploration, interruption).status();
    }
  }

  private ExitCode runSuite() {
    OptionReader reader = new OptionReader(spec.name());
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!SUITE.equals(option.longestName()) && !OF_THE_SUITE.contains(option.longestName())) {
        reader.refuse(
            SUITE,
            "with " + option.longestName(),
            "no options with it but " + String.join(", ", OF_THE_SUITE));
      }
    }
    ExplorerOptions options = search.read(reader);
    reader.throwProblems();
    Path folder = output.folder().orElse(SuiteRun.DEFAULT_FOLDER);
    return new SuiteRun(folder, options, output.quiet()).run(spec.commandLine().getOut());
  }

  private Exploration explore(
      BoundedSystem system, ExplorerOptions options, Interruption interruption) {
    long clock = System.nanoTime();
    try (SearchProgress progress = new SearchProgress(interruption, !output.quiet())) {
      Answer answer = Explorer.explore(system, options, progress);
      return new Exploration(system, options, answer, new WallTime(System.nanoTime() - clock));
    }
  }

  /** What neither the user nor the handshake can be blamed for. */
  private void doubt(List<String> differences) {
    PrintWriter err = spec.commandLine().getErr();
    differences.forEach(difference -> err.println("ackfin: " + difference));
    if (!differences.isEmpty()) {
      err.println("ackfin: explorer and simulator disagree, which is a defect of ackfin.");
      err.println("Please report it with the command line and what stands above.");
    }
  }

  private void report(Exploration exploration, RunFolder folder) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      AnswerJson.write(exploration, json);
      out.println(json.toString(StandardCharsets.UTF_8).stripTrailing());
    } else if (!output.quiet()) {
      AnswerText.of(exploration, folder.path()).forEach(out::println);
    }
    out.flush();
  }

  private ExitCode exitCode(Exploration exploration, Interruption interruption) {
    Answer answer = exploration.answer();
    if (interruption.requested() && !answer.unfinished().isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    return switch (answer.verdict()) {
      case HOLDS -> ExitCode.OK;
      case VIOLATED -> ExitCode.VIOLATED;
      case UNFINISHED -> {
        if (answer.states() < exploration.options().states() && !output.quiet()) {
          spec.commandLine().getErr().println(MORE_MEMORY);
        }
        yield ExitCode.PARTIAL;
      }
    };
  }
}
