package io.ackfin.run;

/**
 * Watches a long run from outside. Called from the run's thread after every 200 us of simulated
 * time, which may be many times a second: an answer must come quickly.
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
