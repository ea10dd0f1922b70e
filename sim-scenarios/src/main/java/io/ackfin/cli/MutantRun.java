package io.ackfin.cli;

import io.ackfin.crosscheck.mutant.MutantOptions;
import io.ackfin.crosscheck.mutant.MutantResult;
import io.ackfin.crosscheck.mutant.MutantRow;
import io.ackfin.crosscheck.mutant.MutantTable;
import io.ackfin.output.MutantFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** Builds every mistake into the runtime and writes the page of what found it. */
final class MutantRun {
  private final Path folder;
  private final MutantOptions options;
  private final boolean quiet;
  private ProgressBar bar;

  MutantRun(Path folder, MutantOptions options, boolean quiet) {
    this.folder = folder;
    this.options = options;
    this.quiet = quiet;
  }

  /** A signal came; what the table has so far says nothing about the rest. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Runs.
   *
   * @return done if every harmful fault was caught and nothing else was, out of tolerance otherwise
   */
  ExitCode run(PrintWriter out) {
    LongWork work = new LongWork(!quiet);
    try (Interruption interruption = Interruption.watch()) {
      MutantResult result =
          MutantTable.run(
              options,
              (done, all, what) -> {
                if (interruption.requested()) {
                  throw new Stopped();
                }
                show(work, done, all);
              });
      closeBar();
      Path page = MutantFile.write(folder, result);
      return tell(result, page, out);
    } catch (Stopped stopped) {
      out.println("interrupted; nothing was written");
      out.flush();
      return ExitCode.INTERRUPTED;
    } finally {
      closeBar();
    }
  }

  private void show(LongWork work, int done, int all) {
    if (bar == null && work.isWorthShowing()) {
      bar = LongWork.bar("mutants").setInitialMax(all).build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  private void closeBar() {
    if (bar != null) {
      bar.close();
    }
  }

  private ExitCode tell(MutantResult result, Path page, PrintWriter out) {
    long fine = result.rows().stream().filter(MutantRow::asExpected).count();
    if (!quiet) {
      out.println(
          String.format(
              Locale.ROOT,
              "%d faults in variants, %d as declared; %,d runs without a fault, %d false alarms;"
                  + " see %s",
              result.rows().size(),
              fine,
              result.cleanRuns(),
              result.falseAlarms().size(),
              page));
    }
    for (MutantRow row : result.rows()) {
      if (!row.asExpected()) {
        String how = row.caughtBy().isEmpty() ? "not caught" : "harmless, but caught";
        out.println(row.fault() + " in " + row.variant() + ": " + how);
        row.first().forEach(line -> out.println("  " + line));
      }
    }
    result.falseAlarms().forEach(alarm -> out.println("false alarm: " + alarm));
    out.flush();
    return result.asExpected() ? ExitCode.OK : ExitCode.DIFFERENT;
  }
}
