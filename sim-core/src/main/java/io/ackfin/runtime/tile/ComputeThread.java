package io.ackfin.runtime.tile;

import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.agent.WaitKind;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that is kept between runs and carries out one task after the other. After a task it
 * looks for the next one for a while before it parks, because runs tend to follow one another and
 * waking a parked thread takes longer than a short run.
 */
final class ComputeThread {
  private final AtomicReference<Runnable> next = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean ending;

  ComputeThread() {
    thread = new Thread(this::serve, "ackfin tile compute");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands a task over; the one before it must have begun. */
  void submit(Runnable task) {
    if (ending || !next.compareAndSet(null, task)) {
      throw new IllegalStateException("task: refused (expected: one at a time, before the end)");
    }
    LockSupport.unpark(thread);
  }

  /** Ends the thread when its task has ended, and waits for that, at most as long as stated. */
  void end(long limitMs) {
    ending = true;
    LockSupport.unpark(thread);
    try {
      thread.join(limitMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the thread is there. */
  boolean isAlive() {
    return thread.isAlive();
  }

  private void serve() {
    IdleStrategy idle = WaitKind.PARK.create();
    while (!ending) {
      // Taken before it is run: the caller may have the next one as soon as it sees the end of it.
      Runnable task = next.getAndSet(null);
      if (task == null) {
        idle.idle();
      } else {
        task.run();
        idle.reset();
      }
      // An interrupt that came too late for a run must not end the next one.
      Thread.interrupted();
    }
  }
}
