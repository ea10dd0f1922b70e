package io.ackfin.runtime.ring;

import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs both ring benchmarks and prints their table in Markdown. A figure is the median over all
 * iterations of all forks; iterations are short, so that other work of the machine spoils few of
 * them. All rings of a row run one after another, and only the ratios of a row carry over to other
 * machines.
 */
public final class RingTable {
  private static final double MEDIAN = 50;
  private static final int FORKS = 3;
  private static final int WARM_UPS = 10;
  private static final int ITERATIONS = 20;
  private static final int ITERATION_MS = 100;

  private RingTable() {}

  /** Prints the table on standard output. */
  public static void main(String[] arguments) throws RunnerException {
    System.out.println("| Items | Ring | Items per us | Ours to it | Round trip ns | Ours to it |");
    System.out.println("|---|---|---|---|---|---|");
    for (String capacity : new String[] {"16", "1024"}) {
      double ours = 0;
      double oursTrip = 0;
      for (RingKind kind : RingKind.values()) {
        double items = throughput(kind, capacity);
        double trip = latency(kind, capacity);
        ours = kind == RingKind.OURS ? items : ours;
        oursTrip = kind == RingKind.OURS ? trip : oursTrip;
        System.out.printf(
            Locale.ROOT,
            "| %s | %s | %.1f | %.2fx | %.0f | %.2fx |%n",
            capacity,
            kind.name().toLowerCase(Locale.ROOT),
            items,
            ours / items,
            trip,
            trip / oursTrip);
      }
    }
  }

  private static double throughput(RingKind kind, String capacity) throws RunnerException {
    Result<?> items =
        run(RingThroughputBenchmark.class, kind, capacity).getSecondaryResults().get("items");
    return items.getStatistics().getPercentile(MEDIAN);
  }

  private static double latency(RingKind kind, String capacity) throws RunnerException {
    return run(RingLatencyBenchmark.class, kind, capacity)
        .getPrimaryResult()
        .getStatistics()
        .getPercentile(MEDIAN);
  }

  private static RunResult run(Class<?> benchmark, RingKind kind, String capacity)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.getSimpleName())
                .param("kind", kind.name())
                .param("capacity", capacity)
                .forks(FORKS)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(ITERATION_MS))
                .measurementIterations(ITERATIONS)
                .measurementTime(TimeValue.milliseconds(ITERATION_MS))
                .verbosity(VerboseMode.SILENT)
                .build())
        .runSingle();
  }
}
