package io.ackfin.run;

import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import java.util.List;

/**
 * Shares of the makespan, 0 to 1; {@link Double#NaN} where there is nothing to share.
 *
 * @param aic the share of all cube cores' time that kernels take
 * @param aiv the same of vector cores
 * @param aicpu the share of all scheduler threads' time that is not idle
 * @param overhead the share with an idle core and a ready task that waits for its dispatch
 */
public record Shares(double aic, double aiv, double aicpu, OverheadShares overhead) {

  static Shares of(Soc soc, RunPlan plan, List<ThreadStatistics> threads, long makespan) {
    SubtaskTable table = soc.table();
    long cubeTicks = 0;
    long vectorTicks = 0;
    for (int row = 0; row < table.rows(); row++) {
      long end = table.time(row, Time.END);
      if (end != SubtaskTable.NEVER) {
        long ticks = end - table.time(row, Time.START);
        if (soc.isCube(table.core(row))) {
          cubeTicks += ticks;
        } else {
          vectorTicks += ticks;
        }
      }
    }
    SocSpec spec = plan.spec();
    long busy = threads.stream().mapToLong(Shares::working).sum();
    return new Shares(
        share(cubeTicks, makespan, (long) spec.clusters() * spec.cluster().aic()),
        share(vectorTicks, makespan, (long) spec.clusters() * spec.cluster().aiv()),
        share(busy, makespan, threads.size()),
        OverheadShares.of(soc, plan, makespan));
  }

  /** The work between start-up and exit, which lie outside the makespan. */
  private static long working(ThreadStatistics thread) {
    long sum = 0;
    for (Activity activity : WORK) {
      sum += thread.ticks().applyAsLong(activity);
    }
    return sum;
  }

  private static final List<Activity> WORK =
      List.of(Activity.POLL, Activity.COMPLETE, Activity.DISPATCH, Activity.GUARD);

  static double share(long ticks, long makespan, long parts) {
    return makespan <= 0 || parts == 0 ? Double.NaN : (double) ticks / makespan / parts;
  }
}
