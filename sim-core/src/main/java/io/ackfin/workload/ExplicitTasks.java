package io.ackfin.workload;

import io.ackfin.core.random.RandomKey;
import io.ackfin.protocol.Subslot;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Tasks that a file lists one by one, with names. A task may wait for one that is listed after it;
 * then the list is put into submission order: always the first listed task whose producers have
 * been submitted. A list without forward references keeps its order.
 *
 * <p>Kernels' durations are drawn by the task's name, so that another task in the list changes no
 * other task's duration. Immutable; any thread.
 *
 * @param lines the tasks, at least one
 */
public record ExplicitTasks(List<TaskLine> lines) implements GraphSource {
  public ExplicitTasks {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("tasks: [] (expected: at least one task)");
    }
  }

  /** Everything that is wrong with the list, by line; empty if a graph can be built. */
  public List<TaskProblem> problems() {
    return new TaskListCheck(lines).problems();
  }

  /**
   * The graph.
   *
   * @throws IllegalArgumentException with all {@link #problems} if there are any
   */
  @Override
  public TaskGraph build(long seed) {
    TaskListCheck check = new TaskListCheck(lines);
    if (!check.problems().isEmpty()) {
      throw new IllegalArgumentException(
          check.problems().stream().map(TaskProblem::message).collect(Collectors.joining("\n")));
    }
    int[] submitted = submissionOrder(check.producers());
    int[] numbers = new int[submitted.length];
    TaskGraph.Builder graph = TaskGraph.builder();
    DurationDraws draws = new DurationDraws(seed);
    for (int listed : submitted) {
      numbers[listed] = graph.task(check.activeMask(listed));
      addKernels(graph, draws, lines.get(listed), check.activeMask(listed));
      for (int producer : check.producers()[listed]) {
        graph.after(numbers[producer]);
      }
      graph.sync(lines.get(listed).kernelSync()).named(lines.get(listed).id());
    }
    return graph.build();
  }

  private static void addKernels(
      TaskGraph.Builder graph, DurationDraws draws, TaskLine line, int activeMask) {
    List<KernelDuration> durations =
        line.durations().isEmpty() ? List.of(KernelDuration.DEFAULT) : line.durations();
    int position = 0;
    for (int slot = 0; slot < Subslot.COUNT; slot++) {
      if (Subslot.of(slot).in(activeMask)) {
        // One duration stands for all subtasks.
        KernelDuration duration = durations.get(durations.size() == 1 ? 0 : position);
        long key = RandomKey.hash(line.id());
        graph.kernel(slot, draws.draw(duration.quantile(), key, Subslot.of(slot)));
        position++;
      }
    }
  }

  /** List positions in submission order; the producers have no cycle. */
  private static int[] submissionOrder(int[][] producers) {
    int tasks = producers.length;
    int[] starts = new int[tasks + 1];
    IntSequence flat = new IntSequence();
    for (int task = 0; task < tasks; task++) {
      for (int producer : producers[task]) {
        flat.add(producer);
      }
      starts[task + 1] = flat.size();
    }
    Edges waiting = new Edges(starts, flat.toArray());
    Edges consumers = waiting.reversed();
    int[] missing = new int[tasks];
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int task = 0; task < tasks; task++) {
      missing[task] = waiting.count(task);
      if (missing[task] == 0) {
        ready.add(task);
      }
    }
    int[] order = new int[tasks];
    for (int number = 0; number < tasks; number++) {
      int task = ready.remove();
      order[number] = task;
      for (int i = 0; i < consumers.count(task); i++) {
        int consumer = consumers.get(task, i);
        if (--missing[consumer] == 0) {
          ready.add(consumer);
        }
      }
    }
    return order;
  }
}
