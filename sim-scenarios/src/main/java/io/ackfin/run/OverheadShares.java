package io.ackfin.run;

import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Shares of the makespan, 0 to 1, in which a core stands idle (no kernel runs on it) although a
 * ready task that needs such a core waits to be dispatched; {@link Double#NaN} where the chip has
 * no such core.
 *
 * @param aic of cube cores
 * @param aiv of vector cores
 * @param all of both kinds at once
 * @param has of at least one kind
 */
public record OverheadShares(double aic, double aiv, double all, double has) {
  private static final int CUBE_READY = 0;
  private static final int VECTOR_READY = 1;
  private static final int CUBE_BUSY = 2;
  private static final int VECTOR_BUSY = 3;
  private static final int KIND_BITS = 3;

  static OverheadShares of(Soc soc, RunPlan plan, long makespan) {
    long cubes = (long) plan.spec().clusters() * plan.spec().cluster().aic();
    long vectors = (long) plan.spec().clusters() * plan.spec().cluster().aiv();
    if (makespan <= 0) {
      return new OverheadShares(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    long[] levels = new long[4];
    long[] covered = new long[4];
    long before = 0;
    for (long change : changes(soc, plan.graph())) {
      long tick = change >>> KIND_BITS;
      boolean cube = levels[CUBE_READY] > 0 && levels[CUBE_BUSY] < cubes;
      boolean vector = levels[VECTOR_READY] > 0 && levels[VECTOR_BUSY] < vectors;
      long span = tick - before;
      covered[0] += cube ? span : 0;
      covered[1] += vector ? span : 0;
      covered[2] += cube && vector ? span : 0;
      covered[3] += cube || vector ? span : 0;
      int kind = (int) change & 3;
      levels[kind] += (change & 4) == 0 ? 1 : -1;
      before = tick;
    }
    return new OverheadShares(
        cubes == 0 ? Double.NaN : Shares.share(covered[0], makespan, 1),
        vectors == 0 ? Double.NaN : Shares.share(covered[1], makespan, 1),
        cubes == 0 || vectors == 0 ? Double.NaN : Shares.share(covered[2], makespan, 1),
        Shares.share(covered[3], makespan, 1));
  }

  /** Every rise (bit 2 clear) and fall of the four levels, as tick and kind, sorted by tick. */
  private static long[] changes(Soc soc, TaskGraph graph) {
    SubtaskTable table = soc.table();
    long[] changes = new long[2 * graph.tasks() * 2 + 2 * table.rows()];
    int count = 0;
    for (int task = 0; task < graph.tasks(); task++) {
      long ready = soc.readyTick(task);
      long dispatched = table.time(graph.firstSubtask(task), Time.DISPATCH);
      if (ready == SubtaskTable.NEVER || dispatched == SubtaskTable.NEVER) {
        continue;
      }
      ResourceShape shape = graph.shape(task);
      if (shape.cubes() > 0) {
        changes[count++] = change(ready, CUBE_READY, false);
        changes[count++] = change(dispatched, CUBE_READY, true);
      }
      if (shape.vectors() > 0) {
        changes[count++] = change(ready, VECTOR_READY, false);
        changes[count++] = change(dispatched, VECTOR_READY, true);
      }
    }
    for (int row = 0; row < table.rows(); row++) {
      if (table.time(row, Time.END) != SubtaskTable.NEVER) {
        int kind = soc.isCube(table.core(row)) ? CUBE_BUSY : VECTOR_BUSY;
        changes[count++] = change(table.time(row, Time.START), kind, false);
        changes[count++] = change(table.time(row, Time.END), kind, true);
      }
    }
    long[] used = Arrays.copyOf(changes, count);
    Arrays.sort(used);
    return used;
  }

  private static long change(long tick, int kind, boolean falls) {
    return (tick << KIND_BITS) | (falls ? 4 : 0) | kind;
  }
}
