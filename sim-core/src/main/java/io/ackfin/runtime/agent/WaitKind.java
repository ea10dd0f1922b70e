package io.ackfin.runtime.agent;

import java.util.concurrent.locks.LockSupport;

/** How threads wait. */
public enum WaitKind {
  /** Looks again at once: the fastest, while every thread has a processor of its own. */
  SPIN("spin") {
    @Override
    public IdleStrategy create() {
      return new BusySpin();
    }
  },
  /** Looks a few times, then lets other threads run before each further look. */
  YIELD("yield") {
    @Override
    public IdleStrategy create() {
      return new Backoff(false);
    }
  },
  /** As {@link #YIELD}, and after some yields sleeps for ever longer, up to a millisecond. */
  PARK("park") {
    @Override
    public IdleStrategy create() {
      return new Backoff(true);
    }
  };

  private final String label;

  WaitKind(String label) {
    this.label = label;
  }

  /** A strategy for one thread. */
  public abstract IdleStrategy create();

  /**
   * The kind to use where none is chosen. Far more threads than processors park: a thread that
   * yields stays ready, and each of those takes its turn before the one that has something to do.
   *
   * @param threads how many threads spin while the run goes on
   * @param processors how many can do so at once
   */
  public static WaitKind forThreads(int threads, int processors) {
    if (threads <= processors) {
      return SPIN;
    }
    return threads <= 2 * processors ? YIELD : PARK;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }

  private static final class BusySpin implements IdleStrategy {
    @Override
    public void idle() {
      Thread.onSpinWait();
    }

    @Override
    public void reset() {
      // Every look is like the first.
    }
  }

  private static final class Backoff implements IdleStrategy {
    private static final int SPINS = 20;
    private static final int YIELDS = 50;
    private static final long FIRST_PARK_NS = 10_000;
    private static final long LONGEST_PARK_NS = 1_000_000;

    private final boolean parks;
    private int looks;
    private long parkNs = FIRST_PARK_NS;

    Backoff(boolean parks) {
      this.parks = parks;
    }

    @Override
    // That the processor goes to whoever is ready is all that is wanted of the yield.
    @SuppressWarnings("ThreadPriorityCheck")
    public void idle() {
      if (looks < SPINS) {
        looks++;
        Thread.onSpinWait();
      } else if (looks < SPINS + YIELDS) {
        looks++;
        Thread.yield();
      } else if (parks) {
        LockSupport.parkNanos(parkNs);
        parkNs = Math.min(2 * parkNs, LONGEST_PARK_NS);
      } else {
        Thread.yield();
      }
    }

    @Override
    public void reset() {
      looks = 0;
      parkNs = FIRST_PARK_NS;
    }
  }
}
