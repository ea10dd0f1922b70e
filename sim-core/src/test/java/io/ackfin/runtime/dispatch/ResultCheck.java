package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the result of every correct run shows, whatever the host did meanwhile: every subtask ran
 * once and was completed once, in order, on a core of its kind and of its task's cluster, after its
 * producers, and no core ran two kernels at once.
 */
public final class ResultCheck {
  private final RuntimeSpec spec;
  private final TaskGraph graph;
  private final DispatchResult result;
  private final List<String> problems = new ArrayList<>();

  private ResultCheck(RuntimeSpec spec, TaskGraph graph, DispatchResult result) {
    this.spec = spec;
    this.graph = graph;
    this.result = result;
  }

  /** What is wrong with a result; empty if nothing is. */
  public static List<String> problems(RuntimeSpec spec, TaskGraph graph, DispatchResult result) {
    ResultCheck check = new ResultCheck(spec, graph, result);
    for (int subtask = 0; subtask < graph.subtasks(); subtask++) {
      check.subtask(subtask, result.subtask(subtask));
    }
    for (int task = 0; task < graph.tasks(); task++) {
      check.task(task);
    }
    check.cores();
    check.totals();
    return check.problems;
  }

  private void expect(boolean holds, String what, Object... values) {
    if (!holds) {
      problems.add(String.format(Locale.ROOT, what, values));
    }
  }

  private void subtask(int number, SubtaskTimes times) {
    expect(times.executions() == 1, "%d ran %d times", number, times.executions());
    expect(times.completions() == 1, "%d completed %d times", number, times.completions());
    expect(times.kernelId() == graph.kernelId(number), "%d ran another kernel", number);
    boolean cube = times.subslot() == Subslot.AIC;
    expect(spec.chip().isCube(times.core()) == cube, "%d on core %d", number, times.core());
    long[] moments = {
      times.dispatchNs(),
      times.receiveNs(),
      times.ackNs(),
      times.startNs(),
      times.endNs(),
      times.finishNs()
    };
    for (int i = 1; i < moments.length; i++) {
      expect(moments[i - 1] <= moments[i], "%d out of order: %s", number, times);
    }
    for (int i = 0; i < graph.producerCount(times.task()); i++) {
      int producer = graph.producer(times.task(), i);
      expect(finish(producer) <= times.dispatchNs(), "%d before task %d", number, producer);
    }
  }

  private long finish(int task) {
    return subtasks(task).mapToLong(subtask -> result.subtask(subtask).finishNs()).max().orElse(0);
  }

  private IntStream subtasks(int task) {
    int first = graph.firstSubtask(task);
    return IntStream.range(first, first + graph.subtaskCount(task));
  }

  private void task(int task) {
    int[] cores = subtasks(task).map(subtask -> result.subtask(subtask).core()).toArray();
    long clusters = IntStream.of(cores).map(spec.chip()::cluster).distinct().count();
    expect(clusters == 1, "task %d on %d clusters", task, clusters);
    if (spec.placement() == Placement.BY_SUBSLOT) {
      long different = IntStream.of(cores).distinct().count();
      expect(different == cores.length, "task %d twice on one core", task);
    }
  }

  private void cores() {
    Comparator<SubtaskTimes> order =
        Comparator.comparingInt(SubtaskTimes::core).thenComparingLong(SubtaskTimes::startNs);
    List<SubtaskTimes> all =
        IntStream.range(0, graph.subtasks()).mapToObj(result::subtask).sorted(order).toList();
    for (int i = 1; i < all.size(); i++) {
      SubtaskTimes before = all.get(i - 1);
      SubtaskTimes after = all.get(i);
      boolean other = before.core() != after.core();
      expect(other || before.endNs() <= after.receiveNs(), "%s while %s", after, before);
      expect(other || before.dispatchNs() <= after.dispatchNs(), "%s overtook %s", after, before);
    }
  }

  private void totals() {
    long completed =
        2 * result.cases(CompletionCase.A)
            + result.cases(CompletionCase.B)
            + result.cases(CompletionCase.C)
            + result.cases(CompletionCase.D);
    expect(completed == graph.subtasks(), "cases complete %d subtasks", completed);
    int tasks = result.completedTasks();
    expect(tasks == graph.tasks(), "%d of %d tasks", tasks, graph.tasks());
  }
}
