package io.ackfin.verify;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Measures searches and prints a table in Markdown. Of several runs of each system the one with the
 * least processor time counts, because other work of the machine can only slow a run down; the time
 * is that of the searching thread, without the collector's threads. All runs are made in one
 * process, so that none but the first meets code that is not compiled yet.
 */
public final class SearchTable {
  private static final int RUNS = 3;
  private static final long BYTES = 4L << 30;
  private static final double NANOS = 1e9;
  private static final double MILLION = 1e6;

  private SearchTable() {}

  /** Prints the table on standard output. */
  public static void main(String[] arguments) {
    SearchOptions exact = SearchOptions.within(100_000_000, BYTES);
    System.out.println("| System | States | Steps | Time | States/s | Bytes/state | Cycles |");
    System.out.println("|---|---|---|---|---|---|---|");
    row("lattice 220^3", new LatticeSystem(220, false), exact);
    row("lattice 220^3, compaction", new LatticeSystem(220, false), exact.withCompaction());
    row("60 layers by chance", new LayeredSystem(60, 1 << 18), exact);
    row("60 layers, compaction", new LayeredSystem(60, 1 << 18), exact.withCompaction());
    row("lattice 100^3, cyclic", new LatticeSystem(100, true), exact);
  }

  private static void row(String name, TransitionSystem system, SearchOptions options) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    SearchResult result = null;
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = clock.getCurrentThreadCpuTime();
      result = new Search(system, new SilentNarrator(), options, SearchWatcher.none()).run();
      best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %.2f s | %.2f M | %d | %s |%n",
        name,
        result.states(),
        result.transitions(),
        best / NANOS,
        result.states() / (best / NANOS) / MILLION,
        result.bytes() / result.states(),
        result.cycles());
  }
}
