package io.ackfin.output;

import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.RunResult;
import io.ackfin.workload.TaskGraph;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What happened to every subtask, a line each, in the order of subtasks.
 *
 * <p>Columns: {@code task} the task's name, or its number if it has none; {@code subslot}; {@code
 * kernel} the kernel id that the scheduler remembered; {@code core} the number of the core that ran
 * it, where cores are numbered through the clusters, of each the cube core first; then, in
 * nanoseconds of the simulation, {@code ready} all producers complete, {@code dispatch} payload
 * built, {@code receive} the core's read found the id, {@code ack}, {@code start} and {@code end}
 * of the kernel, {@code finish} end of the poll that completed the subtask; {@code case} by which
 * it was completed. What never happened is an empty field.
 */
final class TasksCsv {
  private static final String[] COLUMNS = {
    "task",
    "subslot",
    "kernel",
    "core",
    "ready",
    "dispatch",
    "receive",
    "ack",
    "start",
    "end",
    "finish",
    "case"
  };

  // A copy, as an enum gives one out at every call.
  private static final Time[] TIMES = Time.values();

  private TasksCsv() {}

  /** Writes the file and closes the stream. */
  static void write(RunResult result, OutputStream out) throws IOException {
    TaskGraph graph = result.plan().graph();
    Soc soc = result.soc();
    SubtaskTable table = soc.table();
    try (CsvWriter csv = new CsvWriter(out, COLUMNS)) {
      for (int row = 0; row < table.rows(); row++) {
        int task = graph.task(row);
        csv.field(graph.name(task));
        csv.field(graph.subslot(row).toString());
        csv.numberOrEmpty(table.kernel(row));
        csv.numberOrEmpty(table.core(row));
        csv.nanosecondsOrEmpty(soc.readyTick(task));
        for (Time time : TIMES) {
          csv.nanosecondsOrEmpty(table.time(row, time));
        }
        CompletionCase by = table.completedBy(row);
        csv.field(by == CompletionCase.NONE ? "" : by.toString());
        csv.endLine();
      }
    }
  }
}
