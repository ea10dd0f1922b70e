package io.ackfin.runtime.agent;

import java.util.function.LongSupplier;

/**
 * An agent on its thread: steps it, idles when there is nothing to do, and turns whatever it throws
 * into the run's failure. An agent that does nothing for longer than its limit, while nothing else
 * in the run moves either, fails with what it waits for.
 */
public final class AgentLoop implements Runnable {
  /**
   * How long an agent may do nothing.
   *
   * @param withoutProgressNs while the run makes no progress, in nanoseconds
   * @param afterAbortNs once the run was aborted, in nanoseconds; 0 if it leaves at once
   */
  public record Limits(long withoutProgressNs, long afterAbortNs) {}

  private static final int IDLES_PER_CLOCK = 64;
  private static final int STEPS_PER_INTERRUPT = 64;

  private final Agent agent;
  private final int number;
  private final RunControl control;
  private final IdleStrategy idle;
  private final Limits limits;
  private final LongSupplier progress;
  private int idles;
  private int steps;
  private long since;
  private long seenProgress;
  private boolean seenAbort;

  /**
   * A loop.
   *
   * @param number the agent's number in {@code control}
   * @param progress a number that changes whenever the run gets on, whoever does it
   */
  public AgentLoop(
      Agent agent,
      int number,
      RunControl control,
      IdleStrategy idle,
      Limits limits,
      LongSupplier progress) {
    this.agent = agent;
    this.number = number;
    this.control = control;
    this.idle = idle;
    this.limits = limits;
    this.progress = progress;
  }

  @Override
  public void run() {
    try {
      agent.onStart();
      work();
    } catch (Throwable failure) {
      fail(failure);
    } finally {
      close();
    }
  }

  private void work() {
    while (!(control.aborted() && limits.afterAbortNs() == 0)) {
      int done = agent.doWork();
      if (done == Agent.DONE) {
        return;
      }
      if (done > 0) {
        idles = 0;
        idle.reset();
        worked();
      } else {
        idle();
      }
    }
  }

  /** An agent that always has something to do is interruptible too, if not at every step. */
  private void worked() {
    if (steps++ % STEPS_PER_INTERRUPT == 0 && Thread.interrupted()) {
      throw new InterruptedWaitException(agent.name());
    }
  }

  private void idle() {
    if (Thread.interrupted()) {
      throw new InterruptedWaitException(agent.name(), agent.waitsFor());
    }
    if (idles++ % IDLES_PER_CLOCK == 0) {
      checkLimits();
    }
    idle.idle();
  }

  private void checkLimits() {
    long now = System.nanoTime();
    long current = progress.getAsLong();
    boolean abort = control.aborted();
    if (idles == 1 || current != seenProgress || abort != seenAbort) {
      since = now;
      seenProgress = current;
      seenAbort = abort;
      return;
    }
    long limit = abort ? limits.afterAbortNs() : limits.withoutProgressNs();
    if (now - since > limit) {
      throw new WaitLimitException(agent.name(), agent.waitsFor(), limit);
    }
  }

  private void close() {
    try {
      agent.onClose();
    } catch (Throwable failure) {
      fail(failure);
    } finally {
      control.end(number);
    }
  }

  private void fail(Throwable failure) {
    if (control.abort(agent.name(), failure)) {
      agent.onAbort();
    }
  }
}
