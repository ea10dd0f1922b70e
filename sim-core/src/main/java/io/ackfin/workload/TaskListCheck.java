package io.ackfin.workload;

import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.Subslot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves an explicit task list and collects all of its problems: the first mistake hides no other
 * one. References that cannot be resolved are left out of the search for cycles.
 */
final class TaskListCheck {
  private static final String ID = "id";
  private static final String SHAPE = "shape";
  private static final String SUBTASKS = "subtasks";
  private static final String DURATIONS = "durations";
  private static final String AFTER = "after";
  private static final String KERNEL_SYNC = "kernelSync";

  /** A longer cycle is cut in messages: its first ids are enough to find it. */
  private static final int NAMED_IN_A_CYCLE = 12;

  private final List<TaskLine> lines;
  private final List<TaskProblem> problems = new ArrayList<>();
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final int[] masks;
  private final int[][] producers;
  // The last task that named each task as its producer, so that a repetition shows at once.
  private final int[] lastConsumers;

  TaskListCheck(List<TaskLine> lines) {
    this.lines = lines;
    masks = new int[lines.size()];
    producers = new int[lines.size()][];
    lastConsumers = new int[lines.size()];
    Arrays.fill(lastConsumers, -1);
    // All ids first, as references may go forward.
    for (int task = 0; task < lines.size(); task++) {
      checkId(task, lines.get(task).id());
    }
    for (int task = 0; task < lines.size(); task++) {
      masks[task] = activeMask(task, lines.get(task));
      checkDurations(task, lines.get(task));
      producers[task] = resolve(task, lines.get(task));
      checkSync(task, lines.get(task).kernelSync());
    }
    Cycles.of(producers).forEach(this::reportCycle);
    problems.sort(Comparator.comparingInt(TaskProblem::task));
  }

  /** All problems, by list position; those of one task in the order of its fields. */
  List<TaskProblem> problems() {
    return List.copyOf(problems);
  }

  /** The active mask of a listed task; 0 if it has none because of a problem. */
  int activeMask(int task) {
    return masks[task];
  }

  /** The producers of every listed task, as list positions; shared, not to be changed. */
  int[][] producers() {
    return producers;
  }

  private void checkId(int task, String id) {
    if (id.isEmpty()) {
      report(task, ID, -1, "id: \"\" (expected: at least one character)");
      return;
    }
    Integer first = positions.putIfAbsent(id, task);
    if (first != null) {
      report(
          task, ID, -1, "id: " + id + " (expected: an id of its own, task " + first + " has it)");
    }
  }

  /** From shape or subtasks, of which a line has one; 0 if it has neither. */
  private int activeMask(int task, TaskLine line) {
    if (line.shape() != null && line.subtasks().isEmpty()) {
      return line.shape().mask();
    }
    if (line.shape() != null) {
      String both = "subtasks: " + line.subtasks() + " (expected: none beside shape)";
      report(task, SUBTASKS, -1, both);
      return line.shape().mask();
    }
    if (line.subtasks().isEmpty()) {
      report(task, SHAPE, -1, "shape: missing (expected: a shape, or subtasks)");
      return 0;
    }
    int mask = 0;
    for (int i = 0; i < line.subtasks().size(); i++) {
      Subslot subslot = line.subtasks().get(i);
      if (subslot.in(mask)) {
        report(task, SUBTASKS, i, "subtasks: " + subslot + " (expected: each subslot once)");
      }
      mask |= subslot.bit();
    }
    return mask;
  }

  private void checkDurations(int task, TaskLine line) {
    int given = line.durations().size();
    int subtasks = Integer.bitCount(masks[task]);
    if (masks[task] == 0 || given <= 1 || given == subtasks) {
      return;
    }
    String expected = subtasks == 1 ? "at most 1" : "none, 1 for all, or " + subtasks;
    String message = "durations: %d of them (expected: %s)".formatted(given, expected);
    // The first that is too many, if there are too many.
    report(task, DURATIONS, given > subtasks ? subtasks : -1, message);
  }

  private void checkSync(int task, KernelSync sync) {
    if (sync != KernelSync.NONE && Integer.bitCount(masks[task]) == 1) {
      String expected = " (expected: none, as the task has only one subtask)";
      report(task, KERNEL_SYNC, -1, "kernelSync: " + sync + expected);
    }
  }

  /** The list positions of the producers that can be resolved; the others are problems. */
  private int[] resolve(int task, TaskLine line) {
    int[] found = new int[line.after().size()];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      String id = line.after().get(i);
      Integer producer = positions.get(id);
      if (producer == null) {
        String message = "after: " + id + " (expected: the id of a listed task)";
        Optional<String> nearest = NearestName.of(id, positions.keySet());
        problems.add(new TaskProblem(task, AFTER, i, message, nearest));
      } else if (producer == task || id.equals(line.id())) {
        report(task, AFTER, i, "after: " + id + " (expected: another task than itself)");
      } else if (lastConsumers[producer] == task) {
        report(task, AFTER, i, "after: " + id + " (expected: each task once)");
      } else {
        lastConsumers[producer] = task;
        found[count++] = producer;
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** At the first task of the cycle, on the entry that leads to the second. */
  private void reportCycle(int[] cycle) {
    StringBuilder names = new StringBuilder(lines.get(cycle[0]).id());
    for (int i = 1; i < cycle.length && i < NAMED_IN_A_CYCLE; i++) {
      names.append(" after ").append(lines.get(cycle[i]).id());
    }
    if (cycle.length > NAMED_IN_A_CYCLE) {
      names.append(" after ... ").append(cycle.length - NAMED_IN_A_CYCLE).append(" more");
    }
    names.append(" after ").append(lines.get(cycle[0]).id());
    String producer = lines.get(cycle[1]).id();
    int position = lines.get(cycle[0]).after().indexOf(producer);
    String message = "after: " + producer + " (expected: no cycle, but " + names + ")";
    report(cycle[0], AFTER, position, message);
  }

  private void report(int task, String field, int position, String message) {
    problems.add(new TaskProblem(task, field, position, message, Optional.empty()));
  }
}
