package io.ackfin.crosscheck.judge;

/** Is shown the records of a run, each once, in an order in which they can have happened. */
interface RecordVisitor {
  /**
   * A record.
   *
   * @param lane the number of its lane in the recording
   * @param record its number in that lane
   */
  void on(int lane, int record);
}
