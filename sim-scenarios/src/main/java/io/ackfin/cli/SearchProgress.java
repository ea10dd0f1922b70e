package io.ackfin.cli;

import io.ackfin.verify.SearchWatcher;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/**
 * A line that says how far a search is, on a terminal and for long work only; and the place where
 * Ctrl-C reaches a search. Nobody knows beforehand how many states there are, so it has no
 * remaining time. Closing it takes the line away.
 */
final class SearchProgress implements SearchWatcher, AutoCloseable {
  private final Interruption interruption;
  private final LongWork work;
  private ProgressBar line;
  // Written by the search, read by the thread that draws.
  private volatile String text = "";

  SearchProgress(Interruption interruption, boolean wanted) {
    this.interruption = interruption;
    work = new LongWork(wanted);
  }

  @Override
  public boolean stop() {
    return interruption.requested();
  }

  @Override
  public void progress(int states, int frontier, int depth) {
    if (!work.isWorthShowing()) {
      return;
    }
    text = text(states, frontier, depth, work.nanos());
    if (line == null) {
      line = LongWork.bar("states").setRenderer((progress, width) -> text).build();
    }
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
    }
  }

  static String text(int states, int frontier, int depth, long nanos) {
    double seconds = (double) nanos / TimeUnit.SECONDS.toNanos(1);
    return String.format(
        Locale.ROOT,
        "%,d states   %,.0f a second   frontier %,d   depth %,d",
        states,
        states / seconds,
        frontier,
        depth);
  }
}
