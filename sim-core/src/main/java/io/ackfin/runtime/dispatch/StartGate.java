package io.ackfin.runtime.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Nothing is dispatched or submitted before all schedulers have started their cores. Any thread.
 */
final class StartGate {
  private final AtomicInteger missing;
  private volatile long openedNs;
  private volatile boolean open;

  StartGate(int schedulers) {
    missing = new AtomicInteger(schedulers);
  }

  /** A scheduler's cores are started. */
  void pass(long nowNs) {
    if (missing.decrementAndGet() == 0) {
      openedNs = nowNs;
      open = true;
    }
  }

  boolean isOpen() {
    return open;
  }

  /** When the last scheduler came, in nanoseconds since the run's epoch; 0 before. */
  long openedNs() {
    return openedNs;
  }
}
