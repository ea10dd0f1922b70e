package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.RunControl;

/**
 * A run ended before all its tasks were complete, or not all of its cores could be ended. The cause
 * is what failed first; what failed afterwards is suppressed in it.
 */
public final class RunFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String who;
  private final transient DispatchResult partial;

  RunFailedException(RunControl.Failure failure, DispatchResult partial) {
    super(
        "%s failed after %d of %d tasks: %s"
            .formatted(
                failure.who(), partial.completedTasks(), partial.totals().tasks(), failure.cause()),
        failure.cause());
    who = failure.who();
    this.partial = partial;
  }

  /** Who failed first: "scheduler 0", "orchestrator", "core 3" or "caller". */
  public String who() {
    return who;
  }

  /** What had happened until then; of a core that could not be ended, what its scheduler saw. */
  public DispatchResult partial() {
    return partial;
  }
}
