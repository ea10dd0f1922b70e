package io.ackfin.run;

import io.ackfin.protocol.KernelSync;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.Workload;
import io.ackfin.scenario.text.Problem;
import io.ackfin.workload.TaskGraph;
import io.ackfin.workload.TaskLine;
import java.util.List;
import java.util.Optional;

/**
 * Tasks whose kernels wait for each other: the real runtime runs them, the simulator does not model
 * such waits and must not pretend to.
 */
public final class MeetingKernels {
  private static final String KEY = ".kernelSync";
  private static final String EXPECTED =
      "none, as the simulator's kernels do not wait for each other; the real runtime's do";

  private MeetingKernels() {}

  /**
   * Why the simulator cannot run a scenario, at the first key that asks for such a task.
   *
   * @param graph that of the scenario
   */
  public static Optional<Problem.Refusal> refusal(Scenario scenario, TaskGraph graph) {
    if (!graph.kernelsMeet()) {
      return Optional.empty();
    }
    int task = 0;
    while (graph.kernelSync(task) == KernelSync.NONE) {
      task++;
    }
    // A list may not be in the order of submission, which is the graph's.
    String path =
        scenario.workload() instanceof Workload.Listed listed
            ? "workload.tasks[" + position(listed.tasks(), graph.name(task)) + "]"
            : "workload.generator";
    String found = graph.kernelSync(task).toString();
    return Optional.of(new Problem.Refusal(path + KEY, found, EXPECTED));
  }

  private static int position(List<TaskLine> lines, String id) {
    int position = 0;
    while (!lines.get(position).id().equals(id)) {
      position++;
    }
    return position;
  }
}
