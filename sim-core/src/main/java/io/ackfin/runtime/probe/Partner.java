package io.ackfin.runtime.probe;

/** The other thread of a measurement. */
public final class Partner {
  private static final long LIMIT_MS = 10_000;

  private final Thread thread;
  private volatile Throwable failure;

  private Partner(Runnable work) {
    thread = new Thread(work, "ackfin probe");
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((who, thrown) -> failure = thrown);
    thread.start();
  }

  /**
   * Runs {@code mine} on this thread and {@code theirs} on one of its own, and returns when both
   * have ended. If {@code mine} fails it must see to it that {@code theirs} ends.
   *
   * @throws ProbeException if {@code theirs} failed, or does not end within ten seconds
   */
  public static void beside(Runnable theirs, Runnable mine) {
    Partner partner = new Partner(theirs);
    try {
      mine.run();
    } catch (RuntimeException mineFailed) {
      try {
        partner.join();
      } catch (ProbeException theirsFailed) {
        mineFailed.addSuppressed(theirsFailed);
      }
      throw mineFailed;
    }
    partner.join();
  }

  private void join() {
    try {
      thread.join(LIMIT_MS);
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      // Its waits end on that.
      thread.interrupt();
      throw new ProbeException("partner of a measurement: goes on (expected: an end)", null);
    }
    if (failure != null) {
      throw new ProbeException("partner of a measurement: " + failure.getMessage(), failure);
    }
  }
}
