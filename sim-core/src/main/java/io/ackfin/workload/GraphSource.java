package io.ackfin.workload;

/** Anything that a workload can come from: a generator with its parameters, or a list of tasks. */
public interface GraphSource {
  /**
   * The graph. Equal sources and seeds give equal graphs, on any JDK and from any thread.
   *
   * @param seed of every draw; a source without randomness ignores it
   */
  TaskGraph build(long seed);
}
