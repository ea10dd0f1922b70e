package io.ackfin.core.event;

import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.core.trace.Tracer;
import java.util.List;

/**
 * A single-threaded discrete-event simulator. Time is a {@code long} of picoseconds that starts at
 * 0 and moves from event to event in the total order of the package.
 *
 * <p>Use: create it with its tie order and trace listeners, let every device create its events and
 * declare its lanes, schedule the first events, call {@link #run()}.
 *
 * <p>Nothing here may be changed from a trace listener: every call that would is refused.
 */
public final class Simulator {
  private static final long NOTHING_RAN = -1;
  private static final long EVERYTHING_RAN = Long.MAX_VALUE;

  private final TieOrder tieOrder;
  private final PendingEvents pendingEvents;
  private final Lanes lanes = new Lanes();
  private final Tracer tracer;
  private long now;

  /** The greatest order of an event that has run at {@link #now}. */
  private long latestOrder = NOTHING_RAN;

  private long scheduled;
  private long executed;
  private long cancelled;
  private boolean running;
  private boolean stopRequested;

  /**
   * A simulator at tick 0 with nothing pending.
   *
   * @param listeners told everything that is traced, in this order; copied, so that the list is
   *     fixed from here on. With none of them {@link #tracer()} is null
   */
  public Simulator(TieOrder tieOrder, List<TraceListener> listeners) {
    this(tieOrder, listeners, new TimingWheel());
  }

  Simulator(TieOrder tieOrder, List<TraceListener> listeners, PendingEvents pendingEvents) {
    this.tieOrder = tieOrder;
    this.pendingEvents = pendingEvents;
    List<TraceListener> fixed = List.copyOf(listeners);
    this.tracer = fixed.isEmpty() ? null : new Tracer(lanes, fixed);
  }

  /** The current tick: that of the event that runs or ran last. */
  public long now() {
    return now;
  }

  /** How many events have run. */
  public long executed() {
    return executed;
  }

  /** How many events are pending. */
  public long pending() {
    return scheduled - executed - cancelled;
  }

  /** How ties between owners are broken. */
  public TieOrder tieOrder() {
    return tieOrder;
  }

  /** Where devices declare their lanes, whether anybody listens or not. */
  public Lanes lanes() {
    return lanes;
  }

  /** Where devices emit their trace; null when nobody listens. Never changes. */
  public Tracer tracer() {
    return tracer;
  }

  /**
   * Creates an event, not yet pending. Meant for wiring: an event that is created during a run
   * makes the kernel number all events anew at the next tie.
   *
   * @param name what messages call it
   * @param phase its place within a tick
   * @param rank its owner's place among equals of that phase, 0 or more; several events of one
   *     owner share it
   * @param action what happens when it runs; it may schedule, cancel and stop
   */
  public Event event(String name, Phase phase, int rank, Runnable action) {
    refuseListener(name);
    if (rank < 0) {
      throw new IllegalArgumentException(
          "rank of event \"" + name + "\": " + rank + " (expected: >= 0)");
    }
    Event event = new Event(this, name, phase, rank, tieOrder.priority(rank), action);
    pendingEvents.register(event);
    return event;
  }

  /**
   * Schedules an event for a tick.
   *
   * @param tick when, {@link #now()} or later
   * @throws IllegalArgumentException if the tick has passed or the event is another simulator's
   * @throws IllegalStateException if the event is pending already, or from a trace listener
   */
  public void at(long tick, Event event) {
    if (event.simulator != this || event.pending || tick < now || isListening()) {
      throw refusal(tick, event);
    }
    event.tick = tick;
    event.pending = true;
    scheduled++;
    pendingEvents.add(event);
  }

  /**
   * Makes sure that an event runs at a tick or before: schedules it, or moves it there if it is
   * pending for a later tick.
   *
   * @throws IllegalArgumentException as {@link #at}
   * @throws IllegalStateException from a trace listener
   */
  public void noLaterThan(long tick, Event event) {
    if (!event.pending || event.tick > tick) {
      cancel(event);
      at(tick, event);
    }
  }

  /**
   * Whether the place of an event in the current tick has passed: whether it would have run by now
   * if it had been pending for this tick since before the tick began. That is so if an event that
   * comes after it in the order has run at this tick or runs, because that one would have waited.
   * At the limit of {@link #runUntil} all places have passed.
   */
  public boolean hasPassed(Event event) {
    return event.order < latestOrder;
  }

  /**
   * Schedules an event for {@code delay} ticks from now; 0 is later within this tick.
   *
   * @throws ArithmeticException if that tick does not fit into a {@code long}
   * @throws IllegalArgumentException as {@link #at}; also for a negative delay
   * @throws IllegalStateException as {@link #at}
   */
  public void after(long delay, Event event) {
    long tick = now + delay;
    // now is never negative, so that a sum of two numbers >= 0 is negative if and only if it
    // overflowed
    if (delay >= 0 && tick < 0) {
      throw new ArithmeticException(
          "delay of event \""
              + event.name()
              + "\": "
              + delay
              + " at tick "
              + now
              + " (expected: a tick that fits into 63 bits)");
    }
    at(tick, event);
  }

  /**
   * Takes an event back.
   *
   * @return whether it was pending
   * @throws IllegalArgumentException if the event is another simulator's
   * @throws IllegalStateException from a trace listener
   */
  public boolean cancel(Event event) {
    if (event.simulator != this || isListening()) {
      throw refusal(now, event);
    }
    if (!event.pending) {
      return false;
    }
    pendingEvents.remove(event);
    event.pending = false;
    cancelled++;
    return true;
  }

  /**
   * Ends the run after the event that calls this. What is pending stays so, and another run goes on
   * from there.
   *
   * @throws IllegalStateException if nothing runs, or from a trace listener
   */
  public void stop() {
    refuseListener("stop");
    if (!running) {
      throw new IllegalStateException("stop: no run at tick " + now + " (expected: from an event)");
    }
    stopRequested = true;
  }

  /**
   * Runs until nothing is pending or an event stops the run.
   *
   * @throws EventFailedException if an event's action throws
   * @throws IllegalStateException from an event or a trace listener
   */
  public RunEnd run() {
    return runTo(Long.MAX_VALUE);
  }

  /**
   * Runs every event up to and including a tick. Only if the limit ends the run does time move on
   * to it: with nothing left, {@link #now()} stays at the last event, so that a generous limit
   * lengthens no average over time.
   *
   * @param tick the limit, {@link #now()} or later
   * @throws EventFailedException if an event's action throws
   * @throws IllegalArgumentException if the limit has passed
   * @throws IllegalStateException from an event or a trace listener
   */
  public RunEnd runUntil(long tick) {
    if (tick < now) {
      throw new IllegalArgumentException(
          "limit: tick " + tick + " (expected: >= " + now + ", the current tick)");
    }
    RunEnd end = runTo(tick);
    if (end == RunEnd.LIMIT) {
      now = tick;
      latestOrder = EVERYTHING_RAN;
    }
    return end;
  }

  private RunEnd runTo(long limit) {
    refuseListener("run");
    if (running) {
      throw new IllegalStateException(
          "run: called at tick " + now + " from an event (expected: from outside a run)");
    }
    lanes.close();
    if (tracer != null) {
      tracer.start();
    }
    running = true;
    stopRequested = false;
    try {
      return loop(limit);
    } finally {
      running = false;
    }
  }

  private RunEnd loop(long limit) {
    PendingEvents events = pendingEvents;
    while (!stopRequested) {
      Event event = events.poll(limit);
      if (event == null) {
        return pending() == 0 ? RunEnd.EXHAUSTED : RunEnd.LIMIT;
      }
      if (event.tick != now) {
        now = event.tick;
        latestOrder = NOTHING_RAN;
      }
      latestOrder = Math.max(latestOrder, event.order);
      event.pending = false;
      executed++;
      perform(event);
    }
    return RunEnd.STOPPED;
  }

  private void perform(Event event) {
    try {
      event.action.run();
    } catch (RuntimeException | Error cause) {
      throw new EventFailedException(now, event.name(), cause);
    }
  }

  private boolean isListening() {
    return tracer != null && tracer.isEmitting();
  }

  private void refuseListener(String what) {
    if (isListening()) {
      throw new IllegalStateException(
          what
              + ": called at tick "
              + now
              + " from a trace listener (expected: listeners only watch)");
    }
  }

  private RuntimeException refusal(long tick, Event event) {
    String subject = "event \"" + event.name() + "\" at tick " + tick + ": ";
    if (event.simulator != this) {
      return new IllegalArgumentException(
          subject + "belongs to another simulator (expected: an event created by this one)");
    }
    if (isListening()) {
      return new IllegalStateException(
          subject
              + "scheduled or cancelled from a trace listener (expected: listeners only watch)");
    }
    if (event.pending) {
      return new IllegalStateException(
          subject
              + "already pending for tick "
              + event.tick
              + " (expected: scheduled once at a time)");
    }
    return new IllegalArgumentException(
        subject + "in the past (expected: >= " + now + ", the current tick)");
  }
}
