package io.ackfin.runtime.probe;

/**
 * Bounds the waits of a measurement: call {@link #begin}, then {@link #spend} before each further
 * look. A look costs a count; at every 4,096th, to which no wait comes while both threads have a
 * processor, the clock is read and the processor offered to others. One thread.
 */
public final class Patience {
  private static final int LOOKS_PER_CLOCK = 1 << 12;
  private static final long LIMIT_NS = 5_000_000_000L;

  private final String what;
  private int looks;
  private long firstNs;

  /** For waits for one kind of thing, as a message calls it. */
  public Patience(String what) {
    this.what = what;
  }

  /** A wait begins. */
  public void begin() {
    looks = 0;
  }

  /**
   * It has not come yet.
   *
   * @throws ProbeException if it has not come for five seconds, or the thread was interrupted
   */
  public void spend() {
    if (++looks % LOOKS_PER_CLOCK == 0) {
      check();
    }
  }

  // The yield is for a machine that is too busy to measure anything, so that this ends soon.
  @SuppressWarnings("ThreadPriorityCheck")
  private void check() {
    long now = System.nanoTime();
    if (looks == LOOKS_PER_CLOCK) {
      firstNs = now;
    } else if (now - firstNs > LIMIT_NS) {
      throw new ProbeException(what + ": did not come (expected: within 5 s)", null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new ProbeException(what + ": the wait for it was interrupted", null);
    }
    Thread.yield();
  }
}
