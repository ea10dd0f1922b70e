package io.ackfin.runtime.agent;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What all threads of a run know of one another: whether it was aborted, and who has ended. */
public final class RunControl {
  /**
   * Why a run was aborted.
   *
   * @param who the agent that failed
   * @param cause what it failed with; later failures are attached to it as suppressed
   */
  public record Failure(String who, Throwable cause) {}

  private final AtomicReference<Failure> failure = new AtomicReference<>();
  private final AtomicReferenceArray<Boolean> ended;

  /** For agents numbered 0 to {@code agents} - 1. */
  public RunControl(int agents) {
    ended = new AtomicReferenceArray<>(agents);
  }

  /**
   * Aborts the run, unless it is aborted already: then the cause is attached to the first one.
   *
   * @return whether this call was the first; its caller then tells the other agents
   */
  public boolean abort(String who, Throwable cause) {
    if (failure.compareAndSet(null, new Failure(who, cause))) {
      return true;
    }
    Throwable first = failure.get().cause();
    if (first != cause) {
      first.addSuppressed(cause);
    }
    return false;
  }

  /** Whether the run was aborted. */
  public boolean aborted() {
    return failure.get() != null;
  }

  /** Why the run was aborted, or null if it was not. */
  public Failure failure() {
    return failure.get();
  }

  /** Whether an agent will do nothing more. */
  public boolean hasEnded(int agent) {
    return ended.get(agent) != null;
  }

  /**
   * An agent's last act: everything that it did before is seen by who knows that it has ended. Or
   * its thread never started, and it will do nothing either.
   */
  public void end(int agent) {
    ended.set(agent, Boolean.TRUE);
  }
}
