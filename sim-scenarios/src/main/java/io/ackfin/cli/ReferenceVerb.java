package io.ackfin.cli;

import io.ackfin.run.ReferenceModel;
import io.ackfin.run.Run;
import io.ackfin.run.RunResult;
import io.ackfin.scenario.Polling;
import io.ackfin.scenario.reference.ReferenceColumn;
import io.ackfin.scenario.reference.ReferenceRow;
import io.ackfin.scenario.reference.ReferenceRows;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the reference model and compares every figure exactly. */
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Simulates rows of the reference model and compares every figure exactly.",
      "ROWS is a CSV file with columns cores, tasks, duration and any of schedulers, load,",
      "storeIssue, storeVisible, condVisible, poll, pickup, dispatch, completion, and the figures",
      "makespan, lastKernelEnd, caseA to caseD, loads, guardLoads; times in ps or with a unit.",
      "Without ROWS, the published rows."
    },
    footer = {"", "Examples:", "  ackfin reference", "  ackfin reference more-rows.csv"})
final class ReferenceVerb implements Callable<Integer> {
  private static final long LARGE = 1_000_000;

  @Parameters(index = "0", arity = "0..1", paramLabel = "ROWS", description = "a CSV file of rows")
  private Path file;

  @Option(
      names = "--all",
      description = "of the published rows also the largest, which takes some seconds more")
  private boolean all;

  @Option(
      names = "--naive",
      description = "every poll an event, as with run.polling=naive: the same figures, much later")
  private boolean naive;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<ReferenceRow> rows =
        file != null
            ? ReferenceRows.read(file)
            : ReferenceRows.published().stream()
                .filter(row -> all || row.get(ReferenceColumn.TASKS, 0) < LARGE)
                .toList();
    try (Interruption interruption = Interruption.watch()) {
      return compareAll(rows, interruption).status();
    }
  }

  private ExitCode compareAll(List<ReferenceRow> rows, Interruption interruption) {
    PrintWriter out = spec.commandLine().getOut();
    Polling polling = naive ? Polling.NAIVE : Polling.PARKED;
    int different = 0;
    for (ReferenceRow row : rows) {
      RunResult result;
      try (Progress progress = new Progress(interruption, true)) {
        result = new Run(ReferenceModel.plan(row).polling(polling), List.of()).execute(progress);
      }
      if (interruption.requested()) {
        return ExitCode.INTERRUPTED;
      }
      different += compare(row, result, out) ? 0 : 1;
      out.flush();
    }
    out.println(rows.size() + " rows, " + different + " different");
    return different == 0 ? ExitCode.OK : ExitCode.DIFFERENT;
  }

  private static boolean compare(ReferenceRow row, RunResult result, PrintWriter out) {
    StringBuilder differences = new StringBuilder();
    int compared = 0;
    for (Map.Entry<ReferenceColumn, Long> figure : ReferenceModel.figures(result).entrySet()) {
      Long expected = row.values().get(figure.getKey());
      compared += expected == null ? 0 : 1;
      if (expected != null && !expected.equals(figure.getValue())) {
        differences
            .append(System.lineSeparator())
            .append("  ")
            .append(figure.getKey())
            .append(": ")
            .append(figure.getValue())
            .append(" (expected: ")
            .append(expected)
            .append(')');
      }
    }
    if (!result.good()) {
      differences.append(System.lineSeparator()).append("  the run itself: ").append(result.why());
    }
    boolean same = differences.isEmpty();
    out.println(
        row.where() + ": " + compared + " figures " + (same ? "equal" : "compared") + differences);
    return same;
  }
}
