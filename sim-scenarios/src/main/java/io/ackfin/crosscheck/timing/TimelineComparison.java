package io.ackfin.crosscheck.timing;

import java.util.Arrays;
import java.util.List;

/**
 * Real times against predicted ones.
 *
 * @param comparable whether they can be compared at all
 * @param why why not; empty if they can
 * @param figures what was compared, in the order of reports; empty if not comparable
 */
public record TimelineComparison(boolean comparable, String why, List<Figure> figures) {
  private static final double PERCENT = 100;

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
   * @param real as measured: nanoseconds, or a share; the median over the rounds that count
   * @param low the smallest of them
   * @param high the largest of them
   * @param simulated as predicted, in the same unit
   * @param errorPct how far the prediction is off, in percent of what was measured; for shares in
   *     percentage points; not a number where nothing was measured
   */
  public record Figure(
      String name, double real, double low, double high, double simulated, double errorPct) {
    /** A figure of one round. */
    public Figure(String name, double real, double simulated, double errorPct) {
      this(name, real, real, real, simulated, errorPct);
    }

    /** A time, whose error is relative. */
    static Figure time(String name, double[] rounds, double simulated) {
      Spread real = Spread.of(rounds);
      return of(name, real, simulated, PERCENT * (simulated - real.median()) / real.median());
    }

    /** A share, whose error is a difference. */
    static Figure share(String name, double[] rounds, double simulated) {
      Spread real = Spread.of(rounds);
      return of(name, real, simulated, PERCENT * (simulated - real.median()));
    }

    private static Figure of(String name, Spread real, double simulated, double errorPct) {
      return new Figure(name, real.median(), real.low(), real.high(), simulated, errorPct);
    }
  }

  /** The values of all rounds; all not a number if there is no value in any. */
  private record Spread(double median, double low, double high) {
    static Spread of(double[] rounds) {
      double[] sorted = Arrays.stream(rounds).filter(Double::isFinite).sorted().toArray();
      int count = sorted.length;
      return count == 0
          ? new Spread(Double.NaN, Double.NaN, Double.NaN)
          : new Spread(
              (sorted[(count - 1) / 2] + sorted[count / 2]) / 2, sorted[0], sorted[count - 1]);
    }
  }
}
