package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.Locale;

/**
 * Measures the handshake between one scheduler and one core, each spinning on a processor of its
 * own, and prints two tables in Markdown: handshakes per second of kernels that do nothing, by
 * variant; and two slots against one for kernels of several lengths. All tasks are independent and
 * submitted before the run.
 *
 * <p>A task's time is from the start of its kernel to the start of the next one, and the median is
 * over all tasks of all runs, those of the variants taken in turn. A thread that loses its
 * processor lengthens one task by milliseconds, which does not move that median; "whole run" is the
 * median over runs of makespan per task, which it does move. The second argument is how many runs
 * there are of each, 15 if there is none; the first, a pattern of benchmarks, means nothing here.
 */
public final class DispatchTable {
  private static final int RUNS = 15;
  private static final int WARM_UP_RUNS = 20;
  private static final long[] KERNELS_NS = {
    0, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000
  };
  // So short that most of a run fits between two turns of a busy machine.
  private static final long RUN_NS = 1_000_000;
  private static final long HANDSHAKE_NS = 500;
  private static final int LEAST_TASKS = 40;
  private static final long PICOS_PER_NANO = 1_000;
  private static final double NS_PER_SECOND = 1e9;

  /** What the runs of one variant took per task, in nanoseconds. */
  private record Times(double task, double wholeRun) {}

  private DispatchTable() {}

  /** Prints both tables on standard output. */
  public static void main(String[] arguments) {
    int runs = arguments.length < 2 ? RUNS : Integer.parseInt(arguments[1]);
    measure(0, WARM_UP_RUNS);
    measure(KERNELS_NS[1], WARM_UP_RUNS);
    Times[] noop = measure(0, runs);
    System.out.println("| Variant | Handshakes/s | Whole run |");
    System.out.println("|---|---|---|");
    for (Variant variant : Variant.values()) {
      Times times = noop[variant.ordinal()];
      print(
          "| %s | %,.0f | %,.0f |%n",
          variant, NS_PER_SECOND / times.task(), NS_PER_SECOND / times.wholeRun());
    }
    System.out.println();
    System.out.println("| Kernel | Single ns/task | Dual ns/task | Ratio | Ratio, whole run |");
    System.out.println("|---|---|---|---|---|");
    for (long kernel : KERNELS_NS) {
      Times[] times = measure(kernel, runs);
      Times single = times[Variant.SINGLE_SLOT.ordinal()];
      Times dual = times[Variant.DUAL_SLOT.ordinal()];
      print(
          "| %.1f us | %,.0f | %,.0f | %.2fx | %.2fx |%n",
          kernel / 1e3,
          single.task(),
          dual.task(),
          single.task() / dual.task(),
          single.wholeRun() / dual.wholeRun());
    }
  }

  private static void print(String format, Object... values) {
    System.out.print(String.format(Locale.ROOT, format, values));
    System.out.flush();
  }

  private static Times[] measure(long kernelNs, int runs) {
    int tasks = (int) Math.max(LEAST_TASKS, RUN_NS / (kernelNs + HANDSHAKE_NS));
    TaskGraph.Builder builder = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      builder.task(ResourceShape.AIC_ONLY, kernelNs * PICOS_PER_NANO);
    }
    TaskGraph graph = builder.build();
    int variants = Variant.values().length;
    double[][] perTask = new double[variants][runs * (tasks - 1)];
    double[][] perRun = new double[variants][runs];
    for (int run = 0; run < runs; run++) {
      for (Variant variant : Variant.values()) {
        DispatchResult result = DispatchRun.of(spec(variant), graph).run();
        perRun[variant.ordinal()][run] = (double) result.makespanNs() / tasks;
        for (int i = 1; i < tasks; i++) {
          perTask[variant.ordinal()][run * (tasks - 1) + i - 1] =
              result.subtask(i).startNs() - result.subtask(i - 1).startNs();
        }
      }
    }
    Times[] times = new Times[variants];
    for (int i = 0; i < variants; i++) {
      times[i] = new Times(median(perTask[i]), median(perRun[i]));
    }
    return times;
  }

  private static RuntimeSpec spec(Variant variant) {
    return RuntimeSpec.defaults()
        .with(
            spec -> {
              spec.chip = new Chip(1, 1, 0);
              spec.variant = variant;
              spec.submission = Submission.PRELOADED;
              spec.waiting = WaitKind.SPIN;
            });
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
