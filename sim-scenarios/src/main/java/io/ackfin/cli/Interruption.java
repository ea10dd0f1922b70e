package io.ackfin.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: asks the work to stop and gives it a bounded time to write what it has. The exit status
 * is then the virtual machine's for the signal, 130 for Ctrl-C.
 */
final class Interruption {
  private static final long SECONDS_TO_FINISH = 20;
  private static final AtomicBoolean REQUESTED = new AtomicBoolean();
  private static final CountDownLatch FINISHED = new CountDownLatch(1);

  private Interruption() {}

  /** From here on a signal asks the work to stop instead of ending it at once. */
  static void watch() {
    Runtime.getRuntime().addShutdownHook(new Thread(Interruption::onShutdown, "interruption"));
  }

  /** Whether the work is to stop. */
  static boolean requested() {
    return REQUESTED.get();
  }

  /** The work has written what it has. */
  static void finished() {
    FINISHED.countDown();
  }

  private static void onShutdown() {
    if (FINISHED.getCount() == 0) {
      return;
    }
    REQUESTED.set(true);
    try {
      FINISHED.await(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
