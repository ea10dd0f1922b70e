package io.ackfin.crosscheck.timing;

import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.kernel.KernelKind;
import java.util.Optional;

/** Whether a plan's times on a host can be compared with the model's at all. */
final class Comparability {
  private Comparability() {}

  /**
   * Why a plan's times mean nothing to the model.
   *
   * @param processors how many threads the host runs at once
   * @return empty if they mean something
   */
  static Optional<String> why(RuntimeSpec plan, int processors) {
    if (plan.kernel() != KernelKind.SPIN) {
      return of("runtime.kernel", plan.kernel(), KernelKind.SPIN);
    }
    if (plan.waiting() != null && plan.waiting() != WaitKind.SPIN) {
      return of("runtime.wait", plan.waiting(), WaitKind.SPIN);
    }
    if (plan.becomesScheduler()) {
      return of("orchestrator.becomesScheduler", true, false);
    }
    // An orchestrator that is done has ended, but one that submits keeps a processor busy.
    int schedulers = Math.min(plan.schedulers(), plan.chip().clusters());
    int orchestrators = plan.submission() == Submission.LIVE ? 1 : 0;
    int threads = schedulers + plan.chip().cores() + orchestrators;
    return threads > processors
        ? of(
            "threads that spin",
            "%d (%d schedulers, %d cores, %d orchestrators)"
                .formatted(threads, schedulers, plan.chip().cores(), orchestrators),
            "at most " + processors + ", a processor each")
        : Optional.empty();
  }

  private static Optional<String> of(String name, Object found, Object expected) {
    return Optional.of(name + ": " + found + " (expected: " + expected + ")");
  }
}
