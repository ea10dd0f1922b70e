package io.ackfin.cli;

import io.ackfin.crosscheck.RoundWatcher;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;
import me.tongfei.progressbar.ProgressBar;

/**
 * A bar with the rounds, on a terminal and for long work only; and the place where Ctrl-C reaches a
 * round: threads that really run cannot be asked, so the one that waits for them is interrupted.
 * Rounds of several cross-checks are counted through. Closing it takes the bar away.
 */
final class RoundProgress implements RoundWatcher, AutoCloseable {
  private final Interruption interruption;
  private final LongWork work;
  private final int total;
  private final KeptRecordings recordings;
  private ProgressBar bar;
  private int begun;
  // Who waits for a round, or null between rounds; guarded by this.
  private Thread running;

  RoundProgress(Interruption interruption, boolean wanted, int total, KeptRecordings recordings) {
    this.interruption = interruption;
    this.total = total;
    this.recordings = recordings;
    work = new LongWork(wanted);
    interruption.onRequest(this::interruptRound);
  }

  private synchronized void interruptRound() {
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public void begins() {
    if (bar == null && work.isWorthShowing()) {
      bar = LongWork.bar("rounds").setInitialMax(total).showSpeed().build();
    }
    if (bar != null) {
      bar.stepTo(begun);
    }
    begun++;
    synchronized (this) {
      running = Thread.currentThread();
      if (interruption.requested()) {
        running.interrupt();
      }
    }
  }

  /** The interrupt was for the round alone: files that are written afterwards must not see it. */
  @Override
  public synchronized boolean stop() {
    running = null;
    boolean interrupted = Thread.interrupted();
    return interrupted || interruption.requested();
  }

  @Override
  public void judged(RecordedRun run, Judgement found) {
    recordings.see(begun, run, found);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
