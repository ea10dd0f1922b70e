package io.ackfin.device.soc;

import io.ackfin.protocol.CompletionCase;

/** A table whose rows a test writes; lives here because only a chip may write a real one. */
public final class EditedTable {
  private EditedTable() {}

  /**
   * A table in which every field differs: of row r, time number c is {@code 100 * r + c + 1}, the
   * core is {@code r}, the kernel {@code r + 40} and the case B.
   */
  public static SubtaskTable of(int rows) {
    SubtaskTable table = new SubtaskTable(rows);
    for (int row = 0; row < rows; row++) {
      for (SubtaskTable.Time time : SubtaskTable.Time.values()) {
        table.set(row, time, 100L * row + time.ordinal() + 1);
      }
      table.setCore(row, row);
      table.setCompletion(row, row + 40, CompletionCase.B);
    }
    return table;
  }

  /** Changes a time. */
  public static SubtaskTable withTime(SubtaskTable table, int row, SubtaskTable.Time time) {
    table.set(row, time, table.time(row, time) + 1);
    return table;
  }

  /** Changes the core. */
  public static SubtaskTable withCore(SubtaskTable table, int row) {
    table.setCore(row, table.core(row) + 1);
    return table;
  }

  /** Changes the kernel. */
  public static SubtaskTable withKernel(SubtaskTable table, int row) {
    table.setCompletion(row, table.kernel(row) + 1, table.completedBy(row));
    return table;
  }

  /** Changes the case. */
  public static SubtaskTable withCase(SubtaskTable table, int row, CompletionCase by) {
    table.setCompletion(row, table.kernel(row), by);
    return table;
  }
}
