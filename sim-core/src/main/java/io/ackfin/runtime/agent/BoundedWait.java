package io.ackfin.runtime.agent;

import java.util.function.Supplier;

/**
 * A thread's waits, one at a time: call {@link #begin}, then {@link #goesOn} before each further
 * look. The clock is read on every 64th look only, which keeps a spinning wait cheap; the limit is
 * therefore exceeded by up to 64 moments of the idle strategy. One thread.
 */
public final class BoundedWait {
  private static final int LOOKS_PER_CLOCK = 64;

  private final Agent agent;
  private final RunControl control;
  private final IdleStrategy idle;
  private Supplier<String> reason;
  private long limitNs;
  private boolean endsOnAbort;
  private int looks;
  private long startNs;

  /** The waits of an agent. */
  public BoundedWait(Agent agent, RunControl control, IdleStrategy idle) {
    this.agent = agent;
    this.control = control;
    this.idle = idle;
    reason = agent::waitsFor;
  }

  /**
   * A wait begins.
   *
   * @param limit how long it may take, in nanoseconds
   * @param what what is waited for; asked only if it does not come
   * @param untilAbort whether it also ends when the run is aborted
   */
  public void begin(long limit, Supplier<String> what, boolean untilAbort) {
    limitNs = limit;
    reason = what;
    endsOnAbort = untilAbort;
    looks = 0;
    idle.reset();
  }

  /** Waits for something more within the limit of the wait that began last. */
  public void alsoFor(Supplier<String> what) {
    reason = what;
    idle.reset();
  }

  /**
   * Spends a moment, because what is waited for has not come yet.
   *
   * @return false if the run was aborted and that ends the wait
   * @throws WaitLimitException if the wait has taken too long
   * @throws InterruptedWaitException if the thread was interrupted
   */
  public boolean goesOn() {
    if (endsOnAbort && control.aborted()) {
      return false;
    }
    if (Thread.interrupted()) {
      throw new InterruptedWaitException(agent.name(), reason.get());
    }
    if (looks++ % LOOKS_PER_CLOCK == 0) {
      checkLimit();
    }
    idle.idle();
    return true;
  }

  private void checkLimit() {
    long now = System.nanoTime();
    if (looks == 1) {
      startNs = now;
    } else if (now - startNs > limitNs) {
      throw new WaitLimitException(agent.name(), reason.get(), limitNs);
    }
  }
}
