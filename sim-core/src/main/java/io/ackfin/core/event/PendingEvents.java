package io.ackfin.core.event;

/**
 * The pending-event structure: holds scheduled events and gives them back in the total order of the
 * package. The sequence is that of the calls of {@link #add}. The simulator sets an event's tick
 * before it adds it, adds no event twice, and none for a tick before that of the event which it
 * took last.
 */
interface PendingEvents {
  /** An event has been created; it may be added from now on. */
  void register(Event event);

  /** Adds an event at its tick. */
  void add(Event event);

  /** Takes out an event that it holds. */
  void remove(Event event);

  /** Takes out the first event if its tick is at most {@code limit}; otherwise null. */
  Event poll(long limit);
}
