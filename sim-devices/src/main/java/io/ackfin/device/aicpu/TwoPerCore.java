package io.ackfin.device.aicpu;

/** Two records for each core, each written once a dispatch and never copied. */
final class TwoPerCore implements SubtaskRecords {
  private final SubtaskRecord[] records;

  TwoPerCore(int cores) {
    records = new SubtaskRecord[2 * cores];
    for (int i = 0; i < records.length; i++) {
      records[i] = new SubtaskRecord();
    }
  }

  @Override
  public void dispatched(int core, int which, int subtask, int kernelId, long tick) {
    of(core, which).set(subtask, kernelId, tick);
  }

  @Override
  public SubtaskRecord of(int core, int which) {
    return records[2 * core + which];
  }
}
