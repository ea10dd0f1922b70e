package io.ackfin.core.trace;

import java.util.List;

/**
 * What devices emit to: passes each call on to the listeners, in their order. Devices hold it, or
 * null when nobody listens. While listeners are told something, {@link #isEmitting()} is true, and
 * the simulator refuses to be changed.
 */
public final class Tracer {
  private final Lanes lanes;
  private final TraceListener[] listeners;
  private boolean started;
  private boolean emitting;

  /** A tracer for these listeners, which it copies. */
  public Tracer(Lanes lanes, List<TraceListener> listeners) {
    this.lanes = lanes;
    this.listeners = listeners.toArray(new TraceListener[0]);
  }

  /** Tells the listeners that the run starts, the first time it is called. */
  public void start() {
    if (started) {
      return;
    }
    started = true;
    emitting = true;
    try {
      for (TraceListener listener : listeners) {
        listener.start(lanes);
      }
    } finally {
      emitting = false;
    }
  }

  /** Whether a listener is being told something at this moment. */
  public boolean isEmitting() {
    return emitting;
  }

  /**
   * Something lasted; told when its end is known.
   *
   * @throws IllegalArgumentException if it ends before it begins
   * @throws IllegalStateException before the run has started
   */
  public void span(int lane, String name, long begin, long end, long id) {
    if (end < begin) {
      throw new IllegalArgumentException(
          "end of span \"" + name + "\": " + end + " (expected: >= " + begin + ", its begin)");
    }
    begin(lane, name);
    try {
      for (TraceListener listener : listeners) {
        listener.span(lane, name, begin, end, id);
      }
    } finally {
      emitting = false;
    }
  }

  /**
   * Something happened.
   *
   * @throws IllegalStateException before the run has started
   */
  public void instant(int lane, String name, long tick, long id) {
    begin(lane, name);
    try {
      for (TraceListener listener : listeners) {
        listener.instant(lane, name, tick, id);
      }
    } finally {
      emitting = false;
    }
  }

  /**
   * A level changed.
   *
   * @throws IllegalStateException before the run has started
   */
  public void counter(int lane, String name, long tick, long value) {
    begin(lane, name);
    try {
      for (TraceListener listener : listeners) {
        listener.counter(lane, name, tick, value);
      }
    } finally {
      emitting = false;
    }
  }

  /**
   * An arrow leaves.
   *
   * @throws IllegalStateException before the run has started
   */
  public void flowStart(int lane, String name, long tick, long id) {
    begin(lane, name);
    try {
      for (TraceListener listener : listeners) {
        listener.flowStart(lane, name, tick, id);
      }
    } finally {
      emitting = false;
    }
  }

  /**
   * An arrow arrives.
   *
   * @throws IllegalStateException before the run has started
   */
  public void flowEnd(int lane, String name, long tick, long id) {
    begin(lane, name);
    try {
      for (TraceListener listener : listeners) {
        listener.flowEnd(lane, name, tick, id);
      }
    } finally {
      emitting = false;
    }
  }

  private void begin(int lane, String name) {
    if (!started) {
      throw new IllegalStateException(
          "trace of \"" + name + "\": before the run (expected: emitted by events)");
    }
    if (emitting) {
      throw new IllegalStateException(
          "trace of \"" + name + "\": from a trace listener (expected: listeners only watch)");
    }
    if (lane < 0 || lane >= lanes.size()) {
      throw new IllegalArgumentException(
          "lane of \"" + name + "\": " + lane + " (expected: 0.." + (lanes.size() - 1) + ")");
    }
    emitting = true;
  }
}
