package io.ackfin.check;

import io.ackfin.workload.TaskGraph;

/** How violations name things. */
record Names(TaskGraph graph) {
  /** A subtask as people know it: {@code task 7 AIV0}. */
  String subtask(int subtask) {
    return subtask < 0 ? "nothing" : graph.subtaskName(subtask);
  }

  String task(int task) {
    return "task " + graph.name(task);
  }
}
