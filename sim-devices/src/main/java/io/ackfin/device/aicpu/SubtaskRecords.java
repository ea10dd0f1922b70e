package io.ackfin.device.aicpu;

/**
 * Where scheduler threads keep what they remember of the dispatches in flight: two records a core.
 * An interface, so that a test can put in one that mixes them up and see that it is found out.
 */
public interface SubtaskRecords {
  /**
   * Remembers a dispatch.
   *
   * @param which 0 or 1: the record that is not, or not any more, the running one's
   * @param subtask what was dispatched
   * @param kernelId its kernel
   * @param tick when the dispatch was noted
   */
  void dispatched(int core, int which, int subtask, int kernelId, long tick);

  /** The record with that number. */
  SubtaskRecord of(int core, int which);

  /** Records of {@code cores} cores. */
  static SubtaskRecords forCores(int cores) {
    return new TwoPerCore(cores);
  }
}
