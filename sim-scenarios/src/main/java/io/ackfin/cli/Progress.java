package io.ackfin.cli;

import io.ackfin.run.RunWatcher;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar with rate and remaining time, on a terminal and for long work only; and the place where
 * Ctrl-C reaches a run. Closing it takes the bar away.
 */
final class Progress implements RunWatcher, AutoCloseable {
  private static final long LONG_WORK_NANOS = 1_500_000_000L;
  private static final int UPDATE_MILLIS = 200;

  private final Interruption interruption;
  private final boolean wanted;
  private final long began = System.nanoTime();
  private ProgressBar bar;

  Progress(Interruption interruption, boolean wanted) {
    this.interruption = interruption;
    this.wanted = wanted && Boolean.getBoolean("ackfin.terminal");
  }

  @Override
  public boolean onProgress(int completedTasks, int tasks, long tick) {
    if (bar == null && wanted && System.nanoTime() - began > LONG_WORK_NANOS) {
      bar = bar(tasks);
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

  private static ProgressBar bar(int tasks) {
    return new ProgressBarBuilder()
        .setTaskName("tasks")
        .setInitialMax(tasks)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setUnit("", 1)
        .showSpeed()
        .clearDisplayOnFinish()
        .build();
  }
}
