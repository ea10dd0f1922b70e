package io.ackfin.reference;

import java.util.List;

/**
 * What the judge finds. Times in picoseconds; tasks are numbered in the order in which they were
 * taken from the ready queue.
 *
 * @param makespan from tick 0 to the end of the last completion's bookkeeping
 * @param lastKernelEnd the end of the last kernel
 * @param a how often case A was taken: it completes two tasks
 * @param b how often case B was taken
 * @param c how often case C was taken
 * @param d how often case D was taken
 * @param loads all loads of COND
 * @param guardLoads those of them that a dispatch made to wait for an ACK
 * @param runs what became of each task, by its number
 */
public record ReferenceResult(
    long makespan,
    long lastKernelEnd,
    int a,
    int b,
    int c,
    int d,
    long loads,
    long guardLoads,
    List<TaskRun> runs) {

  /**
   * One task.
   *
   * @param taken when a thread took it from the ready queue
   * @param kernelStart when its kernel started
   * @param kernelEnd when its kernel ended
   * @param core where
   */
  public record TaskRun(long taken, long kernelStart, long kernelEnd, int core) {}
}
