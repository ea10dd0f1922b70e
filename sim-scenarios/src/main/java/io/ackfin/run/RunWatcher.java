package io.ackfin.run;

/** Watches a long run from outside; called from the run's thread, some times a second at most. */
public interface RunWatcher {
  /** Watches nothing and never stops a run. */
  RunWatcher NONE = (completed, total, tick) -> true;

  /**
   * The run has come this far.
   *
   * @return whether it is to go on
   */
  boolean onProgress(int completedTasks, int tasks, long tick);
}
