package io.ackfin.device.aicpu;

/** The turn of its loop that a thread is in. Not thread-safe. */
final class Turn {
  /** The tick at which it began. */
  long began;

  /** Whether anything was completed or dispatched in it. */
  boolean moved;

  /** A turn begins in which nothing has moved yet. */
  void begin(long tick) {
    began = tick;
    moved = false;
  }
}
