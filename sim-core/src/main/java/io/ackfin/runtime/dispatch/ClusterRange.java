package io.ackfin.runtime.dispatch;

/**
 * The clusters that one scheduler owns.
 *
 * @param first the first of them
 * @param end the one after the last
 */
record ClusterRange(int first, int end) {
  static final ClusterRange NONE = new ClusterRange(0, 0);

  /** Deals clusters out: contiguous, the first threads one more where they do not divide evenly. */
  static ClusterRange of(int thread, int threads, int clusters) {
    int each = clusters / threads;
    int longer = clusters % threads;
    int first = thread * each + Math.min(thread, longer);
    return new ClusterRange(first, first + each + (thread < longer ? 1 : 0));
  }

  boolean contains(int cluster) {
    return cluster >= first && cluster < end;
  }
}
