package io.ackfin.cli;

import io.ackfin.run.RunWatcher;
import me.tongfei.progressbar.ProgressBar;

/**
 * A bar with rate and remaining time, on a terminal and for long work only; and the place where
 * Ctrl-C reaches a run. Closing it takes the bar away.
 */
final class Progress implements RunWatcher, AutoCloseable {
  private final Interruption interruption;
  private final LongWork work;
  private ProgressBar bar;

  Progress(Interruption interruption, boolean wanted) {
    this.interruption = interruption;
    work = new LongWork(wanted);
  }

  @Override
  public boolean onProgress(int completedTasks, int tasks, long tick) {
    if (bar == null && work.isWorthShowing()) {
      bar = LongWork.bar("tasks").setInitialMax(tasks).showSpeed().build();
    }
    if (bar != null) {
      bar.stepTo(completedTasks);
    }
    return !interruption.requested();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
