package io.ackfin.run;

import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;

/** The subtasks whose kernels ran, core by core and by start within a core. */
final class KernelOrder {
  private final int[] subtasks;

  private KernelOrder(int[] subtasks) {
    this.subtasks = subtasks;
  }

  static KernelOrder of(SubtaskTable table) {
    return new KernelOrder(
        java.util.stream.IntStream.range(0, table.rows())
            .filter(row -> table.time(row, Time.END) != SubtaskTable.NEVER)
            .boxed()
            .sorted(
                java.util.Comparator.<Integer>comparingInt(table::core)
                    .thenComparingLong(row -> table.time(row, Time.START))
                    .thenComparingInt(row -> row))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  int size() {
    return subtasks.length;
  }

  int subtask(int index) {
    return subtasks[index];
  }
}
