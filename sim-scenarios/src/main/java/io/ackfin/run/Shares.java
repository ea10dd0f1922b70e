package io.ackfin.run;

import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import java.util.List;

/**
 * Shares of the makespan, 0 to 1; of a run that did not finish, shares of the time that was
 * simulated since the first submission. {@link Double#NaN} where there is nothing to share.
 *
 * @param aic the share of all cube cores' time that kernels take
 * @param aiv the same of vector cores
 * @param aicpu the share of all scheduler threads' time that is not idle
 * @param overhead the share with an idle core and a ready task that waits for its dispatch
 */
public record Shares(double aic, double aiv, double aicpu, OverheadShares overhead) {
  // Start-up and exit lie outside the makespan.
  private static final List<Activity> WORK =
      List.of(Activity.POLL, Activity.COMPLETE, Activity.DISPATCH, Activity.GUARD);

  /** The shares of the {@code span} ticks from the first submission on. */
  static Shares of(Soc soc, RunPlan plan, long span) {
    SubtaskTable table = soc.table();
    long end = Math.max(0, soc.firstSubmission()) + span;
    long cubeTicks = 0;
    long vectorTicks = 0;
    for (int row = 0; row < table.rows(); row++) {
      if (table.time(row, Time.START) != SubtaskTable.NEVER) {
        long ticks = kernelEnd(table, row, end) - table.time(row, Time.START);
        if (soc.isCube(table.core(row))) {
          cubeTicks += ticks;
        } else {
          vectorTicks += ticks;
        }
      }
    }
    SocSpec spec = plan.spec();
    List<ThreadStatistics> threads = soc.threadStatistics();
    long busy = threads.stream().mapToLong(Shares::working).sum();
    return new Shares(
        share(cubeTicks, span, (long) spec.clusters() * spec.cluster().aic()),
        share(vectorTicks, span, (long) spec.clusters() * spec.cluster().aiv()),
        share(busy, span, threads.size()),
        OverheadShares.of(soc, plan, span));
  }

  /** The end of a kernel that has started; {@code now} while it runs. */
  static long kernelEnd(SubtaskTable table, int row, long now) {
    long end = table.time(row, Time.END);
    return end == SubtaskTable.NEVER ? now : end;
  }

  static double share(long ticks, long span, long parts) {
    return span <= 0 || parts == 0 ? Double.NaN : (double) ticks / span / parts;
  }

  private static long working(ThreadStatistics thread) {
    long sum = 0;
    for (Activity activity : WORK) {
      sum += thread.ticks().applyAsLong(activity);
    }
    return sum;
  }
}
