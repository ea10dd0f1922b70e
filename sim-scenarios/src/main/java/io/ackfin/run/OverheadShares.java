package io.ackfin.run;

import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * Shares, 0 to 1, of the time in which a core stands idle (no kernel runs on it) although a ready
 * task that needs such a core waits to be dispatched; {@link Double#NaN} where the chip has no such
 * core. A task waits until the dispatch of its first subtask is noted.
 *
 * @param aic of cube cores
 * @param aiv of vector cores
 * @param all of both kinds at once
 * @param has of at least one kind
 */
public record OverheadShares(double aic, double aiv, double all, double has) {

  /** The shares of the {@code span} ticks from the first submission on. */
  static OverheadShares of(Soc soc, RunPlan plan, long span) {
    long cubes = (long) plan.spec().clusters() * plan.spec().cluster().aic();
    long vectors = (long) plan.spec().clusters() * plan.spec().cluster().aiv();
    Levels levels = new Levels(cubes, vectors);
    for (long change : changes(soc, plan.graph())) {
      levels.apply(change);
    }
    levels.advance(Math.max(0, soc.firstSubmission()) + span);
    return new OverheadShares(
        Shares.share(levels.cube, span, Math.min(cubes, 1)),
        Shares.share(levels.vector, span, Math.min(vectors, 1)),
        Shares.share(levels.both, span, Math.min(Math.min(cubes, vectors), 1)),
        Shares.share(levels.either, span, 1));
  }

  /** Every rise and fall of the four levels, sorted by tick. */
  private static long[] changes(Soc soc, TaskGraph graph) {
    SubtaskTable table = soc.table();
    long[] changes = new long[2 * graph.tasks() * 2 + 2 * table.rows()];
    int count = 0;
    for (int task = 0; task < graph.tasks(); task++) {
      long ready = soc.readyTick(task);
      long dispatched = table.time(graph.firstSubtask(task), Time.DISPATCH);
      ResourceShape shape = graph.shape(task);
      if (shape.cubes() > 0) {
        count = add(changes, count, Levels.CUBE_READY, ready, dispatched);
      }
      if (shape.vectors() > 0) {
        count = add(changes, count, Levels.VECTOR_READY, ready, dispatched);
      }
    }
    for (int row = 0; row < table.rows(); row++) {
      int kind = soc.isCube(table.core(row)) ? Levels.CUBE_BUSY : Levels.VECTOR_BUSY;
      count = add(changes, count, kind, table.time(row, Time.START), table.time(row, Time.END));
    }
    long[] used = Arrays.copyOf(changes, count);
    Arrays.sort(used);
    return used;
  }

  /** Adds the rise and the fall of a level, as far as they happened. */
  private static int add(long[] changes, int count, int level, long rise, long fall) {
    int next = count;
    if (rise != SubtaskTable.NEVER) {
      changes[next++] = Levels.rise(rise, level);
      if (fall != SubtaskTable.NEVER) {
        changes[next++] = Levels.fall(fall, level);
      }
    }
    return next;
  }

  /**
   * Tasks that wait and cores that run, by kind, as time passes; adds up how long cores stood idle
   * although tasks waited. A change is a tick with the level in the two lowest bits and the
   * direction in the third.
   */
  private static final class Levels {
    static final int CUBE_READY = 0;
    static final int VECTOR_READY = 1;
    static final int CUBE_BUSY = 2;
    static final int VECTOR_BUSY = 3;

    private static final int KIND_BITS = 3;
    private static final int FALLS = 4;

    private final long cubes;
    private final long vectors;
    private final long[] levels = new long[4];
    private long now;
    private long cube;
    private long vector;
    private long both;
    private long either;

    Levels(long cubes, long vectors) {
      this.cubes = cubes;
      this.vectors = vectors;
    }

    static long rise(long tick, int level) {
      return (tick << KIND_BITS) | level;
    }

    static long fall(long tick, int level) {
      return rise(tick, level) | FALLS;
    }

    void apply(long change) {
      advance(change >>> KIND_BITS);
      levels[(int) change & (FALLS - 1)] += (change & FALLS) == 0 ? 1 : -1;
    }

    void advance(long tick) {
      long span = tick - now;
      boolean cubeWaits = levels[CUBE_READY] > 0 && levels[CUBE_BUSY] < cubes;
      boolean vectorWaits = levels[VECTOR_READY] > 0 && levels[VECTOR_BUSY] < vectors;
      cube += cubeWaits ? span : 0;
      vector += vectorWaits ? span : 0;
      both += cubeWaits && vectorWaits ? span : 0;
      either += cubeWaits || vectorWaits ? span : 0;
      now = tick;
    }
  }
}
