package io.ackfin.runtime.tile;

/** What a thread of a tile program waits for. */
public enum WaitCause {
  /** The DMA thread: bytes that a LOAD is to write are still used by an EXEC. */
  DESTINATION_IN_USE("destination-in-use"),
  /** The DMA thread: the ring of work items is full. */
  WORK_RING_FULL("work-ring-full"),
  /** The DMA thread: the sum that a STORE takes is not complete. */
  SUM_INCOMPLETE("sum-incomplete"),
  /** The compute thread: there is no work item. */
  NO_WORK("no-work"),
  /** The compute thread: the ring of notifications is full. */
  NOTIFICATION_RING_FULL("notification-ring-full");

  private final String label;

  WaitCause(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
