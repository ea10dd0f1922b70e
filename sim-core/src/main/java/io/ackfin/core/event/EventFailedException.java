package io.ackfin.core.event;

import java.io.Serial;

/**
 * An event's action threw. The run ended inside that event; what the model holds is a half-changed
 * state that may be looked at but not continued. The cause is what the action threw.
 */
public final class EventFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final long tick;
  private final String eventName;

  EventFailedException(long tick, String eventName, Throwable cause) {
    super("event \"" + eventName + "\" failed at tick " + tick + ": " + cause, cause);
    this.tick = tick;
    this.eventName = eventName;
  }

  /** When it failed, in picoseconds. */
  public long tick() {
    return tick;
  }

  /** The name of the event that failed. */
  public String eventName() {
    return eventName;
  }
}
