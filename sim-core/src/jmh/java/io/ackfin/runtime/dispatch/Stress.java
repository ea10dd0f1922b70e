package io.ackfin.runtime.dispatch;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Many runs of one kind, each of them checked: a number of consecutive runs of {@code mixed}, which
 * shows the longest of them and how often each completion case occurred at least; then a number of
 * handshakes on one core for each variant, with their rate, in runs of a million. Two threads take
 * part in a handshake and spin if there are two processors.
 *
 * <p>Arguments, after the pattern of benchmarks that means nothing here: how many runs (1,000), how
 * many handshakes (10,000,000). The first run in which something is wrong ends it with status 1.
 */
public final class Stress {
  private static final int RUNS = 1_000;
  private static final int HANDSHAKES = 10_000_000;
  private static final int HANDSHAKES_PER_RUN = 1_000_000;
  private static final int ITERATIONS = 400;
  private static final int WINDOW = 10;
  private static final double NS_PER_SECOND = 1e9;
  private static final double NS_PER_MS = 1e6;

  private Stress() {}

  /** Runs; see the class for the arguments. */
  public static void main(String[] arguments) {
    int runs = arguments.length < 2 ? RUNS : Integer.parseInt(arguments[1]);
    int handshakes = arguments.length < 3 ? HANDSHAKES : Integer.parseInt(arguments[2]);
    mixed(runs);
    for (Variant variant : Variant.values()) {
      handshakes(variant, handshakes);
    }
  }

  private static void mixed(int runs) {
    KernelDuration varied =
        new KernelDuration.Empirical(
            List.of(Ticks.ZERO, Ticks.ofMicros(1), Ticks.ofMicros(5), Ticks.ofMicros(20)),
            List.of(3L, 1L, 1L, 1L));
    TaskGraph graph = new Mixed(ITERATIONS, varied).build(1);
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.kernel = KernelKind.YIELD;
                  changes.taskWindow = WINDOW;
                });
    long[] least = new long[CompletionCase.COUNT];
    Arrays.fill(least, Long.MAX_VALUE);
    long begin = System.nanoTime();
    long longest = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      DispatchResult result = checked("mixed, run " + run, spec, graph);
      longest = Math.max(longest, System.nanoTime() - start);
      for (CompletionCase found : CompletionCase.values()) {
        least[found.ordinal()] = Math.min(least[found.ordinal()], result.cases(found));
      }
    }
    tell(
        "mixed: %,d runs of %,d tasks in %.1f s, the longest %.0f ms;"
            + " in each A %d, B %d, C %d, D %d times at least",
        runs,
        graph.tasks(),
        (System.nanoTime() - begin) / NS_PER_SECOND,
        longest / NS_PER_MS,
        least[CompletionCase.A.ordinal()],
        least[CompletionCase.B.ordinal()],
        least[CompletionCase.C.ordinal()],
        least[CompletionCase.D.ordinal()]);
  }

  private static void handshakes(Variant variant, int handshakes) {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(1, 1, 0);
                  changes.variant = variant;
                  changes.submission = Submission.PRELOADED;
                });
    int tasks = Math.min(handshakes, HANDSHAKES_PER_RUN);
    TaskGraph graph =
        new Independent(tasks, ResourceShape.AIC_ONLY, new KernelDuration.Fixed(Ticks.ZERO))
            .build(1);
    long nanos = 0;
    int done = 0;
    for (; done < handshakes; done += tasks) {
      nanos += checked(variant + ", after " + done, spec, graph).makespanNs();
    }
    double seconds = nanos / NS_PER_SECOND;
    String waiting = spec.effectiveWait().toString();
    tell("%s: %,d handshakes, %,.0f a second (%s)", variant, done, done / seconds, waiting);
  }

  private static DispatchResult checked(String what, RuntimeSpec spec, TaskGraph graph) {
    DispatchResult result = DispatchRun.of(spec, graph).run();
    List<String> problems = ResultCheck.problems(spec, graph, result);
    if (!problems.isEmpty()) {
      tell("%s: %d problems, the first: %s", what, problems.size(), problems.get(0));
      System.exit(1);
    }
    return result;
  }

  private static void tell(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
    System.out.flush();
  }
}
