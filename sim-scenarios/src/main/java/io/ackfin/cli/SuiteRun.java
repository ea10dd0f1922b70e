package io.ackfin.cli;

import io.ackfin.output.SuiteReport;
import io.ackfin.output.SuiteReport.Result;
import io.ackfin.output.SystemCommand;
import io.ackfin.verify.Answer;
import io.ackfin.verify.Explorer;
import io.ackfin.verify.ExplorerOptions;
import io.ackfin.verify.SearchWatcher;
import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;

/** Explores every system of the suite and writes the page of what was found. */
final class SuiteRun {
  /** Where the page goes if nobody says otherwise: beside the other committed figures. */
  static final Path DEFAULT_FOLDER = Path.of("reports", "baselines");

  private final Path folder;
  private final ExplorerOptions options;
  private final boolean quiet;

  SuiteRun(Path folder, ExplorerOptions options, boolean quiet) {
    this.folder = folder;
    this.options = options;
    this.quiet = quiet;
  }

  /**
   * Runs.
   *
   * @return done if every system gives what is declared of it, out of tolerance otherwise
   */
  ExitCode run(PrintWriter out) {
    try (Interruption interruption = Interruption.watch()) {
      List<Result> results = explore(interruption);
      if (interruption.requested()) {
        out.println("interrupted after " + (results.size() - 1) + " systems; nothing was written");
        out.flush();
        return ExitCode.INTERRUPTED;
      }
      Path page = SuiteReport.write(folder, results);
      return tell(results, page, out);
    }
  }

  private List<Result> explore(Interruption interruption) {
    List<SuiteRow> rows = Suite.rows();
    List<Result> results = new ArrayList<>();
    SearchWatcher watcher = watcher(interruption);
    LongWork work = new LongWork(!quiet);
    ProgressBar bar = null;
    try {
      for (SuiteRow row : rows) {
        Answer answer = Explorer.explore(row.system(), options, watcher);
        results.add(new Result(row, answer));
        if (interruption.requested()) {
          break;
        }
        if (bar == null && work.isWorthShowing()) {
          bar = LongWork.bar("systems").setInitialMax(rows.size()).build();
        }
        if (bar != null) {
          bar.stepTo(results.size());
        }
      }
    } finally {
      if (bar != null) {
        bar.close();
      }
    }
    return results;
  }

  private static SearchWatcher watcher(Interruption interruption) {
    return new SearchWatcher() {
      @Override
      public boolean stop() {
        return interruption.requested();
      }

      @Override
      public void progress(int states, int frontier, int depth) {}
    };
  }

  private ExitCode tell(List<Result> results, Path page, PrintWriter out) {
    long states = results.stream().mapToLong(result -> result.answer().states()).sum();
    List<Result> differ = results.stream().filter(result -> !result.asExpected()).toList();
    if (!quiet) {
      out.println(
          String.format(
              Locale.ROOT,
              "%d systems, %,d states; %d as declared, %d not; see %s",
              results.size(),
              states,
              results.size() - differ.size(),
              differ.size(),
              page));
    }
    for (Result result : differ) {
      out.println(result.row().group() + ": " + result.row().name());
      out.println("  declared: " + result.row().expected() + ", found: " + result.violated());
      out.println("  " + SystemCommand.line(result.row().system()));
    }
    out.flush();
    return differ.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
  }
}
