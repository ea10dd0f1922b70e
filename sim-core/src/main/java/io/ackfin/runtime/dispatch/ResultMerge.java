package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Subslot;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Puts together what the threads logged apart: schedulers their completions, cores their kernels.
 * Of a subtask that ran or completed more than once the first counts, and how often is told.
 */
final class ResultMerge {
  private static final int CORE_MASK = 0xFFFF;
  private static final int CASE_MASK = 0xFF;
  private static final int TIMES = 4;

  private final TaskGraph graph;
  private final int[] kernelIds;
  private final int[] cores;
  private final int[] executions;
  private final int[] completions;
  private final byte[] cases;
  private final long[] dispatched;
  private final long[] finished;
  // Receive, ack, start and end of each subtask, one after the other.
  private final long[] ran;

  ResultMerge(TaskGraph graph) {
    this.graph = graph;
    int subtasks = graph.subtasks();
    kernelIds = new int[subtasks];
    cores = new int[subtasks];
    executions = new int[subtasks];
    completions = new int[subtasks];
    cases = new byte[subtasks];
    dispatched = new long[subtasks];
    finished = new long[subtasks];
    ran = new long[subtasks * TIMES];
    Arrays.fill(cores, SubtaskTimes.ABSENT);
    Arrays.fill(dispatched, SubtaskTimes.ABSENT);
    Arrays.fill(finished, SubtaskTimes.ABSENT);
    Arrays.fill(ran, SubtaskTimes.ABSENT);
    for (int subtask = 0; subtask < subtasks; subtask++) {
      kernelIds[subtask] = graph.kernelId(subtask);
    }
  }

  /** What a core ran: subtask and id, then receive, ack, start and end. */
  void addKernels(int core, LongLog log) {
    for (int entry = 0; entry < log.entries(); entry++) {
      // An entry without a start is a dispatch that an abort overtook.
      if (log.get(entry, 3) == 0) {
        continue;
      }
      int subtask = (int) (log.get(entry, 0) >>> Integer.SIZE);
      if (executions[subtask]++ == 0) {
        cores[subtask] = core;
        for (int time = 0; time < TIMES; time++) {
          long taken = log.get(entry, 1 + time);
          ran[subtask * TIMES + time] = taken == 0 ? SubtaskTimes.ABSENT : taken;
        }
      }
    }
  }

  /** What a scheduler completed: subtask and id, then kernel, core and case, dispatch, finish. */
  void addCompletions(LongLog log) {
    for (int entry = 0; entry < log.entries(); entry++) {
      int subtask = (int) (log.get(entry, 0) >>> Integer.SIZE);
      if (completions[subtask]++ == 0) {
        long details = log.get(entry, 1);
        kernelIds[subtask] = (int) (details >>> Integer.SIZE);
        cores[subtask] = (int) (details >>> Byte.SIZE) & CORE_MASK;
        cases[subtask] = (byte) (details & CASE_MASK);
        dispatched[subtask] = log.get(entry, 2);
        finished[subtask] = log.get(entry, 3);
      }
    }
  }

  SubtaskTimes[] subtasks() {
    SubtaskTimes[] merged = new SubtaskTimes[graph.subtasks()];
    Arrays.setAll(merged, this::subtask);
    return merged;
  }

  private SubtaskTimes subtask(int subtask) {
    Subslot subslot = graph.subslot(subtask);
    int at = subtask * TIMES;
    return new SubtaskTimes(
        graph.task(subtask),
        subslot,
        kernelIds[subtask],
        cores[subtask],
        dispatched[subtask],
        ran[at],
        ran[at + 1],
        ran[at + 2],
        ran[at + 3],
        finished[subtask],
        CompletionCase.of(cases[subtask]),
        executions[subtask],
        completions[subtask]);
  }
}
