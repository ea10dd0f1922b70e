package io.ackfin.crosscheck.inclusion;

/**
 * A stretch of a thread's sequence in which it owned a core: entries {@code from} to {@code to - 1}
 * of those that concern the core belong to its owner. The tenures of a core, in their order, make
 * up its owners' joined sequence.
 *
 * @param core the core
 * @param thread its owner
 * @param from the position of the thread's first entry in the tenure
 * @param to the position after its last one
 */
public record Tenure(int core, int thread, int from, int to) {}
