package io.ackfin.core.event;

/** The structures that the benchmark compares. */
public enum PendingEventsStructure {
  /** The one that the simulator uses. */
  WHEEL,

  /** A heap with four children per node. */
  HEAP,

  /** The baseline, {@code java.util.PriorityQueue}. */
  QUEUE;

  /** A new one, empty. */
  PendingEvents create() {
    return switch (this) {
      case WHEEL -> new TimingWheel();
      case HEAP -> new QuaternaryHeapEvents();
      case QUEUE -> new PriorityQueueEvents();
    };
  }
}
