package io.ackfin.device.memory;

/** Decides what a core sees of a line that it holds a copy of. */
@FunctionalInterface
public interface StaleCopies {
  /**
   * Whether a read sees the core's copy; else the line was evicted meanwhile and memory is read.
   * Asked once for every read of a line that the core holds.
   */
  boolean seesCopy(int core);
}
