package io.ackfin.cli;

import io.ackfin.crosscheck.calibration.Calibration;
import io.ackfin.crosscheck.calibration.CalibrationOptions;
import io.ackfin.crosscheck.calibration.CalibrationResult;
import io.ackfin.output.CalibrationJson;
import io.ackfin.output.CalibrationText;
import io.ackfin.output.HostPresetFile;
import io.ackfin.output.RunFolder;
import io.ackfin.runtime.probe.ProbeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what the parts of the real runtime cost on this host. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Measures what the parts of the real runtime cost on this host: handovers between threads,",
      "loads and stores, the clock, kernels, bookkeeping; never a whole run. Writes the preset",
      "'host', which scenarios can name (soc.preset: host) and a cross-check predicts times with.",
      "Takes some seconds on a machine that does nothing else, and two processors of it."
    },
    footer = {
      "",
      "Exit status: 0 done, 2 bad usage, 5 the machine was too noisy for the result to be trusted",
      "(it is written nevertheless, and says so), 130 interrupted: an earlier result is kept.",
      "",
      "Examples:",
      "  ackfin calibrate",
      "  ackfin calibrate --quick --json | jq '.trusted, .doubts'"
    })
final class CalibrateVerb implements Callable<Integer> {
  private static final int LEAST_PROCESSORS = 2;

  @Option(names = "--quick", description = "a second or two, for a result that is less exact")
  private boolean quick;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description =
          "the folder for host.yaml; scenarios look for it in reports/out, where it goes without"
              + " this")
  private Path folder = RunFolder.DEFAULT_BASE;

  @Option(names = "--json", description = "prints the result for machines, and nothing else")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "prints no summary and no progress")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    if (processors < LEAST_PROCESSORS) {
      throw new UserMistake(
          "processors: %d (expected: at least %d, as the two sides of a handover spin)"
              .formatted(processors, LEAST_PROCESSORS));
    }
    CalibrationOptions options = quick ? CalibrationOptions.quick() : CalibrationOptions.thorough();
    try (Interruption interruption = Interruption.watch()) {
      Optional<CalibrationResult> result;
      try (RoundsOnTerminal bar = new RoundsOnTerminal(interruption, !quiet)) {
        result = Calibration.measure(options, bar);
      } catch (ProbeException busy) {
        spec.commandLine().getErr().println("ackfin: too busy to measure: " + busy.getMessage());
        return ExitCode.PARTIAL.status();
      }
      if (result.isEmpty()) {
        return ExitCode.INTERRUPTED.status();
      }
      report(result.get(), HostPresetFile.write(result.get(), folder));
      return (result.get().trusted() ? ExitCode.OK : ExitCode.PARTIAL).status();
    }
  }

  private void report(CalibrationResult result, Path file) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      CalibrationJson.write(result, file, text);
      out.println(text.toString(StandardCharsets.UTF_8).stripTrailing());
    } else if (!quiet) {
      CalibrationText.of(result, file).forEach(out::println);
    }
    out.flush();
  }

  /** A bar with the rounds, on a terminal only; and the place where Ctrl-C reaches them. */
  private static final class RoundsOnTerminal implements Calibration.Watcher, AutoCloseable {
    private final Interruption interruption;
    private final LongWork work;
    private ProgressBar bar;

    RoundsOnTerminal(Interruption interruption, boolean wanted) {
      this.interruption = interruption;
      work = new LongWork(wanted);
    }

    @Override
    public boolean onRound(int done, int total) {
      if (bar == null && work.isWorthShowing()) {
        bar = LongWork.bar("rounds").setInitialMax(total).showSpeed().build();
      }
      if (bar != null) {
        bar.stepTo(done);
      }
      return !interruption.requested();
    }

    @Override
    public void close() {
      if (bar != null) {
        bar.close();
      }
    }
  }
}
