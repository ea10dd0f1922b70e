package io.ackfin.workload;

import io.ackfin.protocol.KernelSync;

/**
 * A kind of graph with the parameters that shape it: a record whose components are declared with
 * {@link io.ackfin.core.parameter.Parameter}, are checked by its constructor, and have their
 * defaults in its static {@code defaults()}. A new kind is one such record and its line in {@link
 * Generators}.
 */
public interface GraphGenerator extends GraphSource {
  /** The most tasks that a generated graph may have. */
  int MOST_TASKS = 20_000_000;

  /** How files name the generator. */
  String kind();

  /** Whether and where the kernels of its tasks wait for each other. */
  default KernelSync kernelSync() {
    return KernelSync.NONE;
  }
}
