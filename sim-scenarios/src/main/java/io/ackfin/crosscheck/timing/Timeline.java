package io.ackfin.crosscheck.timing;

import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.RunResult;
import io.ackfin.runtime.dispatch.DispatchResult;
import io.ackfin.runtime.dispatch.SubtaskTimes;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * When and where the subtasks of one run were dispatched, ran and completed, real or simulated, in
 * nanoseconds; and what reports make of it. A subtask that did not complete has no part in it.
 *
 * <p>A task counts as ready when the last completion of its producers was judged, or from the
 * beginning if it has none: so a gap is a time in which a core could have had work, as the
 * simulator defines it, as far as it is known which tasks were submitted.
 */
final class Timeline {
  private static final double PICOS_PER_NANO = 1_000;
  private static final int QUARTERS = 4;

  private final TaskGraph graph;
  private final int[] core;
  private final double[] dispatch;
  private final double[] start;
  private final double[] end;
  private final double[] finish;
  private final double[] cases = new double[CompletionCase.COUNT];
  private final double makespan;
  // The subtasks that ran, core by core, by start within a core.
  private final int[] order;

  private Timeline(TaskGraph graph, double makespan) {
    this.graph = graph;
    this.makespan = makespan;
    int subtasks = graph.subtasks();
    core = new int[subtasks];
    dispatch = new double[subtasks];
    start = new double[subtasks];
    end = new double[subtasks];
    finish = new double[subtasks];
    order = new int[subtasks];
  }

  /** Of a real run that completed everything. */
  static Timeline of(DispatchResult result, TaskGraph graph) {
    Timeline timeline = new Timeline(graph, result.makespanNs());
    for (int subtask = 0; subtask < graph.subtasks(); subtask++) {
      SubtaskTimes times = result.subtask(subtask);
      timeline.core[subtask] = times.core();
      timeline.dispatch[subtask] = times.dispatchNs();
      timeline.start[subtask] = times.startNs();
      timeline.end[subtask] = times.endNs();
      timeline.finish[subtask] = times.finishNs();
    }
    for (CompletionCase found : CompletionCase.values()) {
      timeline.cases[found.ordinal()] = result.cases(found);
    }
    return timeline.sorted();
  }

  /** Of a simulated run that completed everything. */
  static Timeline of(RunResult result, TaskGraph graph) {
    Timeline timeline = new Timeline(graph, result.makespan() / PICOS_PER_NANO);
    Soc soc = result.soc();
    SubtaskTable table = soc.table();
    for (int subtask = 0; subtask < graph.subtasks(); subtask++) {
      timeline.core[subtask] = table.core(subtask);
      timeline.dispatch[subtask] = nanos(table, subtask, Time.DISPATCH);
      timeline.start[subtask] = nanos(table, subtask, Time.START);
      timeline.end[subtask] = nanos(table, subtask, Time.END);
      timeline.finish[subtask] = nanos(table, subtask, Time.FINISH);
    }
    result.cases().forEach((found, count) -> timeline.cases[found.ordinal()] = count);
    return timeline.sorted();
  }

  private static double nanos(SubtaskTable table, int subtask, Time time) {
    return table.time(subtask, time) / PICOS_PER_NANO;
  }

  private Timeline sorted() {
    Comparator<Integer> byCore = Comparator.comparingInt(subtask -> core[subtask]);
    int[] ran =
        IntStream.range(0, order.length)
            .boxed()
            .sorted(byCore.thenComparingDouble(subtask -> start[subtask]))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(ran, 0, order, 0, ran.length);
    return this;
  }

  /** First submission to the last completion. */
  double makespan() {
    return makespan;
  }

  /** End of a kernel to start of the next on its core, where that was ready in time. */
  double gap() {
    return middle(
        IntStream.range(1, order.length)
            .filter(i -> core[order[i]] == core[order[i - 1]])
            .filter(i -> ready(graph.task(order[i])) <= end[order[i - 1]])
            .mapToDouble(i -> start[order[i]] - end[order[i - 1]])
            .toArray());
  }

  /** Start of a kernel to start of the next on its core. */
  double period() {
    return middle(
        IntStream.range(1, order.length)
            .filter(i -> core[order[i]] == core[order[i - 1]])
            .mapToDouble(i -> start[order[i]] - start[order[i - 1]])
            .toArray());
  }

  /** Dispatch to kernel start. */
  double head() {
    return middle(subtasks().mapToDouble(i -> start[i] - dispatch[i]).toArray());
  }

  /** Kernel end to the judging of the completion. */
  double tail() {
    return middle(subtasks().mapToDouble(i -> finish[i] - end[i]).toArray());
  }

  /** The share of completing polls that were of a case; not a number without any. */
  double share(CompletionCase found) {
    return cases[found.ordinal()]
        / (Arrays.stream(cases).sum() - cases[CompletionCase.NONE.ordinal()]);
  }

  /**
   * The share of subtasks that ran on the core and behind the subtask that they do in the other.
   */
  double sameOrder(Timeline other) {
    int[] mine = predecessors();
    int[] theirs = other.predecessors();
    long same = subtasks().filter(i -> core[i] == other.core[i] && mine[i] == theirs[i]).count();
    return (double) same / mine.length;
  }

  private IntStream subtasks() {
    return IntStream.range(0, order.length);
  }

  /** The subtask before each on its core, or -1. */
  private int[] predecessors() {
    int[] before = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      boolean first = i == 0 || core[order[i]] != core[order[i - 1]];
      before[order[i]] = first ? -1 : order[i - 1];
    }
    return before;
  }

  private double ready(int task) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < graph.producerCount(task); i++) {
      int producer = graph.producer(task, i);
      for (int k = 0; k < graph.subtaskCount(producer); k++) {
        last = Math.max(last, finish[graph.firstSubtask(producer) + k]);
      }
    }
    return last;
  }

  /** The mean of the middle half; not a number of nothing. */
  static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int cut = sorted.length / QUARTERS;
    return Arrays.stream(sorted, cut, sorted.length - cut).average().orElse(Double.NaN);
  }
}
