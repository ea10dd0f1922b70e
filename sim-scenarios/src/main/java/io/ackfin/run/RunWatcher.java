package io.ackfin.run;

/**
 * Watches a long run from outside. Called from the run's thread after each slice of simulated time,
 * which may be thousands of times a second: be quick.
 */
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
