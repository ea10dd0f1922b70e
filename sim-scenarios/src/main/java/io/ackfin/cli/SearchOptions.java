package io.ackfin.cli;

import io.ackfin.verify.ExplorerOptions;
import picocli.CommandLine.Option;

/** How the system is explored, and how far. */
final class SearchOptions {
  private static final int MOST_STATES = 1_500_000_000;

  /** What the program itself needs of the heap. */
  private static final long PROGRAM = 16L << 20;

  // The collector needs room to move things, and arrays that grow are there twice for a moment.
  private static final double SHARE_OF_HEAP = 0.6;

  @Option(
      names = "--limit",
      paramLabel = "STATES",
      description =
          "ends as not finished at so many states (default: 50000000); six tenths of the Java"
              + " heap are for them and may end it before, which ACKFIN_JAVA_OPTIONS=-Xmx12g or"
              + " alike puts off")
  private String limit;

  @Option(
      names = "--compact",
      description =
          "keeps a hash of 64 bits of each state and not the state: more states fit, and"
              + " with n of them one was missed with a probability of up to n^2 / 2^65, so that"
              + " 'holds' is no proof any more; a way into a violation stays exact")
  private boolean compact;

  @Option(
      names = "--no-symmetry",
      description =
          "tells identical cores from one another; without it they are taken as one with"
              + " --any-core, where nothing depends on their order")
  private boolean noSymmetry;

  /** The options of the explorer, within the memory that this process may have. */
  ExplorerOptions read(OptionReader reader) {
    int states =
        limit == null
            ? ExplorerOptions.DEFAULT_STATES
            : reader.count("--limit", limit, 1, MOST_STATES);
    double heap = Math.max(1, Runtime.getRuntime().maxMemory() - PROGRAM);
    long bytes = (long) Math.ceil(heap * SHARE_OF_HEAP);
    return new ExplorerOptions(states, bytes, !noSymmetry, compact);
  }
}
