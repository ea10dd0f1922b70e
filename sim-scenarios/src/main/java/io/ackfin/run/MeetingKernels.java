package io.ackfin.run;

import io.ackfin.protocol.KernelSync;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.Workload;
import io.ackfin.scenario.text.Problem;
import io.ackfin.workload.GraphGenerator;
import io.ackfin.workload.TaskLine;
import java.util.List;
import java.util.Optional;

/**
 * Tasks whose kernels wait for each other: the real runtime runs them, the simulator does not model
 * such waits and must not pretend to.
 */
final class MeetingKernels {
  private static final String KEY = ".kernelSync";
  private static final String EXPECTED =
      "none, as the simulator's kernels do not wait for each other; the real runtime's do";

  private MeetingKernels() {}

  /** Why the simulator cannot run a scenario, at the first key that asks for such a task. */
  static Optional<Problem.Refusal> refusal(Scenario scenario) {
    if (scenario.workload() instanceof Workload.Listed listed) {
      return refusal(listed.tasks());
    }
    GraphGenerator generator = ((Workload.Generated) scenario.workload()).generator();
    return generator.kernelSync() == KernelSync.NONE
        ? Optional.empty()
        : Optional.of(refusal("workload.generator", generator.kernelSync()));
  }

  private static Optional<Problem.Refusal> refusal(List<TaskLine> lines) {
    for (int line = 0; line < lines.size(); line++) {
      KernelSync sync = lines.get(line).kernelSync();
      if (sync != KernelSync.NONE) {
        return Optional.of(refusal("workload.tasks[" + line + "]", sync));
      }
    }
    return Optional.empty();
  }

  private static Problem.Refusal refusal(String path, KernelSync found) {
    return new Problem.Refusal(path + KEY, found.toString(), EXPECTED);
  }
}
