package io.ackfin.cli;

import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Work that may take long: when to say how far it is, which is on a terminal only, and how. */
final class LongWork {
  private static final long LONG_WORK_NANOS = 1_500_000_000L;
  private static final int UPDATE_MILLIS = 200;

  private final boolean wanted;
  private final long began = System.nanoTime();

  /** Work that begins now. */
  LongWork(boolean wanted) {
    this.wanted = wanted && Boolean.getBoolean("ackfin.terminal");
  }

  /** Whether it has become long, and somebody looks. */
  boolean isWorthShowing() {
    return wanted && nanos() > LONG_WORK_NANOS;
  }

  /** How long it has taken so far. */
  long nanos() {
    return System.nanoTime() - began;
  }

  /** A bar that goes away when it is closed. */
  static ProgressBarBuilder bar(String name) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setUnit("", 1)
        .setConsumer(new TerminalLine(System.err))
        .clearDisplayOnFinish();
  }
}
