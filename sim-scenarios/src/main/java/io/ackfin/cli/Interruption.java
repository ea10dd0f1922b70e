package io.ackfin.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: while one of these is open, a signal asks the work to stop and gives it a bounded time to
 * write what it has and to close this. The exit status is then the virtual machine's for the
 * signal, 130 for Ctrl-C.
 */
final class Interruption implements AutoCloseable {
  private static final long SECONDS_TO_FINISH = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::onShutdown, "interruption");
  private volatile boolean requested;
  private volatile Runnable onRequest = () -> {};

  private Interruption() {}

  /** From here on a signal asks the work to stop instead of ending it at once. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** What to do with work that does not look by itself; it runs on a thread of its own. */
  void onRequest(Runnable action) {
    onRequest = action;
  }

  /** Whether the work is to stop. */
  boolean requested() {
    return requested;
  }

  /** The work is done, or has written what it has. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // A signal has just come; the hook ends by itself, since the work is finished.
      }
    }
  }

  /** A signal has come; returns when the work is finished, or has taken too long. */
  void onShutdown() {
    requested = true;
    onRequest.run();
    try {
      finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
