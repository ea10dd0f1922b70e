package io.ackfin.run;

import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.workload.TaskGraph;

/**
 * Where time goes between the steps of a subtask's life.
 *
 * @param gap end of one kernel to start of the next on the same core, where the next one's task was
 *     ready no later than that end: what the dispatch path cost, not what the workload lacked
 * @param head dispatch to kernel start
 * @param tail kernel end to the end of the poll that completed the subtask
 */
public record Latencies(Spread gap, Spread head, Spread tail) {

  static Latencies of(Soc soc, TaskGraph graph) {
    SubtaskTable table = soc.table();
    long[] head = new long[table.rows()];
    long[] tail = new long[table.rows()];
    int heads = 0;
    int tails = 0;
    for (int row = 0; row < table.rows(); row++) {
      long start = table.time(row, Time.START);
      long finish = table.time(row, Time.FINISH);
      if (start != SubtaskTable.NEVER && finish != SubtaskTable.NEVER) {
        head[heads++] = start - table.time(row, Time.DISPATCH);
        tail[tails++] = finish - table.time(row, Time.END);
      }
    }
    return new Latencies(gaps(soc, graph), Spread.of(head, heads), Spread.of(tail, tails));
  }

  private static Spread gaps(Soc soc, TaskGraph graph) {
    SubtaskTable table = soc.table();
    KernelOrder order = KernelOrder.of(table);
    long[] gaps = new long[order.size()];
    int count = 0;
    for (int i = 1; i < order.size(); i++) {
      int before = order.subtask(i - 1);
      int after = order.subtask(i);
      if (table.core(before) == table.core(after)) {
        long end = table.time(before, Time.END);
        long ready = soc.readyTick(graph.task(after));
        if (ready != SubtaskTable.NEVER && ready <= end) {
          gaps[count++] = table.time(after, Time.START) - end;
        }
      }
    }
    return Spread.of(gaps, count);
  }
}
