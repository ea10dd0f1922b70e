package io.ackfin.runtime.dispatch;

/** Where a task's two AIV subtasks go. */
public enum Placement {
  /**
   * The first as if it were alone, the second always to AIV1. If AIV1 is idle and AIV0 is not, both
   * end up on AIV1, one behind the other; should their kernels meet, they wait for ever. With slots
   * by parity such a cluster counts as one without room, because the first dispatch closes the slot
   * that the second would need, and no guard waits for it.
   */
  SELECT_AIV("select-aiv"),
  /** Subtask AIV0 to core AIV0, subtask AIV1 to core AIV1. */
  BY_SUBSLOT("by-subslot");

  private final String label;

  Placement(String label) {
    this.label = label;
  }

  /** The name in files. */
  @Override
  public String toString() {
    return label;
  }
}
