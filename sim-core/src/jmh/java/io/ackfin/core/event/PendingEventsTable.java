package io.ackfin.core.event;

import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link PendingEventsBenchmark} and prints its table in Markdown. A time is the median over
 * all batches of all forks; a batch is so short that other work of the machine interrupts few of
 * them. All structures of a row run one after another, and of the figures only the ratios of a row
 * carry over to other machines. Allocation is measured by the gc profiler in a run of its own,
 * because the recording of single batches allocates.
 */
public final class PendingEventsTable {
  private static final double MEDIAN = 50;

  private PendingEventsTable() {}

  /** Prints the table on standard output. */
  public static void main(String[] arguments) throws RunnerException {
    System.out.println("| Model | PriorityQueue | 4-ary heap | Timing wheel | Wheel allocates |");
    System.out.println("|---|---|---|---|---|");
    for (PendingEventsModel model : PendingEventsModel.values()) {
      System.out.println(row(model));
    }
  }

  private static String row(PendingEventsModel model) throws RunnerException {
    double queue = nanoseconds(model, PendingEventsStructure.QUEUE);
    double heap = nanoseconds(model, PendingEventsStructure.HEAP);
    double wheel = nanoseconds(model, PendingEventsStructure.WHEEL);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f ns | %.1f ns, %.1fx | %.1f ns, %.1fx | %.2f B/event |",
        model.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        queue,
        heap,
        queue / heap,
        wheel,
        queue / wheel,
        wheelBytes(model));
  }

  /** A batch is 1,000 events, so its microseconds are the nanoseconds of an event. */
  private static double nanoseconds(PendingEventsModel model, PendingEventsStructure structure)
      throws RunnerException {
    RunResult result = new Runner(options(model, structure).build()).runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
  }

  private static double wheelBytes(PendingEventsModel model) throws RunnerException {
    Options options =
        options(model, PendingEventsStructure.WHEEL)
            .mode(Mode.AverageTime)
            .forks(1)
            .addProfiler(GCProfiler.class)
            .build();
    RunResult result = new Runner(options).runSingle();
    for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
      if (entry.getKey().endsWith("gc.alloc.rate.norm")) {
        return entry.getValue().getScore() / PendingEventsBenchmark.BATCH;
      }
    }
    throw new IllegalStateException("gc.alloc.rate.norm: none (expected: from the gc profiler)");
  }

  private static ChainedOptionsBuilder options(
      PendingEventsModel model, PendingEventsStructure structure) {
    return new OptionsBuilder()
        .include(PendingEventsBenchmark.class.getSimpleName())
        .param("model", model.name())
        .param("structure", structure.name())
        .verbosity(VerboseMode.SILENT);
  }
}
