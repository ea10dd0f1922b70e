package io.ackfin.runtime.kernel;

/** What a kernel is called with: a view of the payload, and whether to stop early. */
public interface KernelCall {
  /** The subtask that is run. */
  int subtask();

  /** Which kernel it is. */
  int kernelId();

  /** How long it is to take, in picoseconds. */
  long durationPicos();

  /** When the kernel started, by {@code System.nanoTime()}: its duration counts from there. */
  long startNanos();

  /** Whether the run was aborted, so that the result does not matter any more. */
  boolean aborted();
}
