package io.ackfin.core.event;

/**
 * Something that its owner does at a tick. Created once through {@link Simulator#event} while the
 * model is wired, then scheduled again and again; it is pending at most once at a time.
 *
 * <p>An event carries what the kernel keeps about it, so that scheduling allocates nothing.
 */
public final class Event {
  private final String name;
  private final Phase phase;
  private final int rank;

  /** Whose event it is; no other simulator may schedule it. */
  final Simulator simulator;

  /** What happens. */
  final Runnable action;

  /** Phase and the owner's priority in one number, never negative: the smaller goes first. */
  final long order;

  /** When it runs; meaningful while it is pending. */
  long tick;

  /** Whether it waits in the pending-event structure. */
  boolean pending;

  /** Its number in the pending-event structure, which sets it when the event is created. */
  int node;

  Event(Simulator simulator, String name, Phase phase, int rank, int priority, Runnable action) {
    this.simulator = simulator;
    this.name = name;
    this.phase = phase;
    this.rank = rank;
    this.action = action;
    this.order = ((long) phase.ordinal() << Integer.SIZE) | Integer.toUnsignedLong(priority);
  }

  /** What it is called in messages. */
  public String name() {
    return name;
  }

  /** Its place within a tick. */
  public Phase phase() {
    return phase;
  }

  /** Its owner's rank, as wired. */
  public int rank() {
    return rank;
  }

  /** Whether it is scheduled and has neither run nor been cancelled since. */
  public boolean isPending() {
    return pending;
  }

  /**
   * The tick at which it will run.
   *
   * @throws IllegalStateException if it is not pending
   */
  public long tick() {
    if (!pending) {
      throw new IllegalStateException("event \"" + name + "\": not pending (expected: scheduled)");
    }
    return tick;
  }

  /** {@code "core step"} of rank 3 in phase DEVICE. */
  @Override
  public String toString() {
    return "\"" + name + "\" of rank " + rank + " in phase " + phase;
  }
}
