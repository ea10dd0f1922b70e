package io.ackfin.core.event;

/**
 * The pending-event structure: holds scheduled events and gives them back in the total order of the
 * package. The simulator sets an event's tick and sequence before it adds it, and adds no event
 * twice and none for a tick before the last one that it took.
 */
interface PendingEvents {
  /** An event has been created that may be added from now on. */
  void register(Event event);

  /** Adds an event at its tick. */
  void add(Event event);

  /** Takes an event out before its time; it is there. */
  void remove(Event event);

  /** Takes out the first event if its tick is at most {@code limit}; otherwise null. */
  Event poll(long limit);

  /** How many events it holds. */
  int size();
}
