package io.ackfin.crosscheck.judge;

/**
 * Records of one lane in which its thread owned a core: those about the core from {@code from} to
 * {@code to - 1}.
 */
record Stretch(int lane, int from, int to) {
  boolean holds(int ofLane, int record) {
    return ofLane == lane && record >= from && record < to;
  }
}
