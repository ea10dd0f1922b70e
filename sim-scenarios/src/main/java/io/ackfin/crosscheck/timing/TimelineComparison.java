package io.ackfin.crosscheck.timing;

import java.util.List;

/**
 * Real times against predicted ones.
 *
 * @param comparable whether they can be compared at all
 * @param why why not; empty if they can
 * @param figures what was compared, in the order of reports; empty if not comparable
 */
public record TimelineComparison(boolean comparable, String why, List<Figure> figures) {
  public TimelineComparison {
    figures = List.copyOf(figures);
  }

  /** Times that cannot be compared, and why. */
  public static TimelineComparison not(String why) {
    return new TimelineComparison(false, why, List.of());
  }

  /**
   * One figure on both sides.
   *
   * @param name makespan, gap, headOverhead, tailOverhead, coreOrder, caseA to caseD
   * @param real as measured: nanoseconds, or a share
   * @param simulated as predicted, in the same unit
   * @param errorPct how far the prediction is off, in percent of what was measured; for shares in
   *     percentage points
   */
  public record Figure(String name, double real, double simulated, double errorPct) {}
}
