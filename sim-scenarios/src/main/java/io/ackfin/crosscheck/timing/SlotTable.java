package io.ackfin.crosscheck.timing;

import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.scenario.HostPreset;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Two payload slots against one, for kernels of several lengths: one scheduler and one core, each
 * on a processor of its own, independent tasks that are there before the run. Runs of both take
 * turns, so that what happens to the machine happens to both; a run takes about a millisecond.
 *
 * <p>A task's time is from the start of its kernel to the start of the next. Of a run it is the
 * mean of the middle half, of a row the median over its runs.
 *
 * @param rows by kernel, the shortest first; fewer if the work was stopped
 * @param medianErrorPct the median of the errors of all rows' ratios, without their signs
 * @param worstErrorPct the largest of them
 */
public record SlotTable(List<Row> rows, double medianErrorPct, double worstErrorPct) {
  /** The kernels of the table, in nanoseconds. */
  public static final List<Long> KERNELS_NS =
      List.of(0L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 20_000L, 50_000L, 100_000L);

  private static final long RUN_NS = 1_000_000;
  private static final long HANDSHAKE_NS = 500;
  private static final int LEAST_TASKS = 40;
  private static final long PICOS_PER_NANO = 1_000;
  private static final double PERCENT = 100;
  private static final int TRIES = 3;

  public SlotTable {
    rows = List.copyOf(rows);
  }

  /**
   * Kernels of one length. Times are nanoseconds per task, ratios those of one slot to two.
   *
   * @param doubt why the row cannot be trusted; empty if it can
   */
  public record Row(
      long kernelNs,
      double single,
      double dual,
      double predictedSingle,
      double predictedDual,
      String doubt) {
    /** How much faster two slots really are. */
    public double ratio() {
      return single / dual;
    }

    /** How much faster they are by the model. */
    public double predictedRatio() {
      return predictedSingle / predictedDual;
    }

    /** How far the model's ratio is off, in percent of the real one. */
    public double errorPct() {
      return PERCENT * (predictedRatio() - ratio()) / ratio();
    }
  }

  /** Told of each row as it is there. */
  public interface Watcher {
    /**
     * A row is there.
     *
     * @return false to stop
     */
    boolean onRow(Row row);
  }

  /** Whether the host was the one that was calibrated, in every row. */
  public boolean trusted() {
    return rows.stream().allMatch(row -> row.doubt().isEmpty());
  }

  /** The table of rows. */
  static SlotTable of(List<Row> rows) {
    double[] errors = rows.stream().mapToDouble(row -> Math.abs(row.errorPct())).sorted().toArray();
    int count = errors.length;
    return count == 0
        ? new SlotTable(rows, Double.NaN, Double.NaN)
        : new SlotTable(rows, (errors[(count - 1) / 2] + errors[count / 2]) / 2, errors[count - 1]);
  }

  /** How much is usually measured: a warm-up that is long enough for the code to be compiled. */
  public static TimingOptions options() {
    return new TimingOptions(40, 60, Long.MAX_VALUE);
  }

  /** As {@link #measure}, of all kernels and with the costs of this host, which was calibrated. */
  public static SlotTable measureOnThisHost(TimingOptions options, Watcher watcher) {
    return measure(KERNELS_NS, HostPreset.read(HostPreset.FILE), options, watcher);
  }

  /**
   * Measures.
   *
   * @param host the chip with this host's costs, as a calibration left it
   * @param options how many runs each row has, of each kind, whatever time they take; the warm-up
   *     is that of the first row, of the others a quarter
   * @throws io.ackfin.runtime.dispatch.RunFailedException if a run fails
   * @throws io.ackfin.runtime.probe.ProbeException if threads hardly run at all
   */
  public static SlotTable measure(
      List<Long> kernelsNs, SocSpec host, TimingOptions options, Watcher watcher) {
    List<Row> rows = new ArrayList<>();
    boolean goesOn = true;
    for (int i = 0; i < kernelsNs.size() && goesOn; i++) {
      int warmUp = i == 0 ? options.warmUp() : options.warmUp() / 4;
      Row row =
          row(
              kernelsNs.get(i),
              host,
              new TimingOptions(warmUp, options.rounds(), options.limitNs()));
      rows.add(row);
      goesOn = watcher.onRow(row);
    }
    return of(rows);
  }

  /** A row before or behind which the host is another one is measured again, some times. */
  private static Row row(long kernelNs, SocSpec host, TimingOptions options) {
    double predictedSingle = predicted(plan(Variant.SINGLE_SLOT, kernelNs), host);
    double predictedDual = predicted(plan(Variant.DUAL_SLOT, kernelNs), host);
    Row row = null;
    for (int i = 0; i < TRIES && (row == null || !row.doubt().isEmpty()); i++) {
      Optional<String> before = HostState.differs(host, HostState.roundTrip());
      double[] real = real(kernelNs, options);
      Optional<String> doubt = before.or(() -> HostState.differs(host, HostState.roundTrip()));
      row = new Row(kernelNs, real[0], real[1], predictedSingle, predictedDual, doubt.orElse(""));
    }
    return row;
  }

  /** The times per task with one slot and with two. */
  private static double[] real(long kernelNs, TimingOptions options) {
    RuntimePlan single = plan(Variant.SINGLE_SLOT, kernelNs);
    RuntimePlan dual = plan(Variant.DUAL_SLOT, kernelNs);
    double[] singles = new double[options.rounds()];
    double[] duals = new double[options.rounds()];
    for (int i = -options.warmUp(); i < options.rounds(); i++) {
      double one = Timing.run(single).period();
      double two = Timing.run(dual).period();
      if (i >= 0) {
        singles[i] = one;
        duals[i] = two;
      }
    }
    return new double[] {median(singles), median(duals)};
  }

  private static double predicted(RuntimePlan plan, SocSpec host) {
    return Timeline.of(Timing.simulate(plan, host), plan.graph()).period();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
  }

  private static RuntimePlan plan(Variant variant, long kernelNs) {
    int tasks = (int) Math.max(LEAST_TASKS, RUN_NS / (kernelNs + HANDSHAKE_NS));
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(ResourceShape.AIC_ONLY, kernelNs * PICOS_PER_NANO);
    }
    boolean dual = variant == Variant.DUAL_SLOT;
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(1, 1, 0);
                  changes.variant =
                      dual
                          ? io.ackfin.runtime.dispatch.Variant.DUAL_SLOT
                          : io.ackfin.runtime.dispatch.Variant.SINGLE_SLOT;
                  changes.submission = Submission.PRELOADED;
                  changes.waiting = WaitKind.SPIN;
                });
    Protocol protocol = Protocol.of(variant).startingBy(Startup.HANDSHAKE);
    return new RuntimePlan(
        variant + ", kernels of " + kernelNs + " ns",
        spec,
        graph.build(),
        dual ? protocol.with(Addition.GUARD_ABORT) : protocol,
        new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.BOTH));
  }
}
