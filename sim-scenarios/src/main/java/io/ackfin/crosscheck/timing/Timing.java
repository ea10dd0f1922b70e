package io.ackfin.crosscheck.timing;

import io.ackfin.core.event.TieOrder;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.crosscheck.timing.TimelineComparison.Figure;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.Run;
import io.ackfin.run.RunEnding;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.RunFailedException;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.probe.ProbeException;
import io.ackfin.scenario.HostPreset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Times real runs of a plan and holds them against one simulated run, by the package's rules. */
public final class Timing {
  private static final String NOT_CALIBRATED =
      "this host has not been calibrated (expected: " + HostPreset.EXPECTED + ")";

  /** One run in so many counts, the quickest ones. */
  private static final int COUNTED_OF = 5;

  private Timing() {}

  /** As {@link #compare}, with the costs of this host, if it was calibrated. */
  public static TimelineComparison compareOnThisHost(
      RuntimePlan plan, TimingOptions options, BooleanSupplier stop) {
    return HostPreset.ifThere()
        .map(host -> compare(plan, host, options, stop))
        .orElseGet(() -> TimelineComparison.not(NOT_CALIBRATED));
  }

  /**
   * Compares. Spins on all processors that the plan needs, for as long as its runs take.
   *
   * @param host the chip with this host's costs, as a calibration left it
   * @param stop asked between runs; true ends the work
   * @return not comparable, with the reason, wherever a comparison would mean nothing
   */
  public static TimelineComparison compare(
      RuntimePlan plan, SocSpec host, TimingOptions options, BooleanSupplier stop) {
    Optional<String> why =
        Comparability.why(plan.spec(), Runtime.getRuntime().availableProcessors());
    if (why.isPresent()) {
      return TimelineComparison.not(why.get());
    }
    try {
      return compareRuns(plan, host, options, stop);
    } catch (RunFailedException | ProbeException failed) {
      return TimelineComparison.not(failed.getMessage());
    }
  }

  private static TimelineComparison compareRuns(
      RuntimePlan plan, SocSpec host, TimingOptions options, BooleanSupplier stop) {
    RunResult simulated = simulate(plan, host);
    if (simulated.ending() != RunEnding.FINISHED) {
      return TimelineComparison.not("the simulated run did not finish: " + simulated.why());
    }
    Optional<String> changed = HostState.differs(host, HostState.roundTrip());
    if (changed.isPresent()) {
      return TimelineComparison.not(changed.get());
    }
    List<Timeline> real = new ArrayList<>();
    boolean all = runs(plan, options.warmUp(), options.limitNs(), stop, timeline -> {});
    all = all && runs(plan, options.rounds(), options.limitNs(), stop, real::add);
    if (!all) {
      return TimelineComparison.not("interrupted");
    }
    changed = HostState.differs(host, HostState.roundTrip());
    return changed.isPresent()
        ? TimelineComparison.not(changed.get())
        : compare(real, Timeline.of(simulated, plan.graph()));
  }

  /** So many runs, at least one if any, within the limit; false if they were stopped. */
  private static boolean runs(
      RuntimePlan plan, int runs, long limitNs, BooleanSupplier stop, Consumer<Timeline> each) {
    long start = System.nanoTime();
    for (int i = 0; i < runs && (i == 0 || System.nanoTime() - start < limitNs); i++) {
      if (stop.getAsBoolean()) {
        return false;
      }
      each.accept(run(plan));
    }
    return true;
  }

  /** The simulated run of a plan on a chip with this host's costs. */
  static RunResult simulate(RuntimePlan plan, SocSpec host) {
    SocSpec chip = HostChip.of(host, plan.spec(), plan.protocol().startup());
    RunPlan run =
        new RunPlan(
            plan.name(),
            1,
            chip,
            plan.protocol(),
            plan.policy(),
            plan.graph(),
            TieOrder.asWired(),
            Long.MAX_VALUE);
    return new Run(run, List.of()).execute((completed, tasks, tick) -> true);
  }

  /** One real run of a plan, which nobody records. */
  static Timeline run(RuntimePlan plan) {
    RuntimeSpec spec = plan.spec().with(changes -> changes.recordsPerThread = 0);
    return Timeline.of(DispatchRun.of(spec, plan.graph()).run(), plan.graph());
  }

  /** All figures of the quickest runs; those that a workload has none of are not numbers. */
  static TimelineComparison compare(List<Timeline> all, Timeline simulated) {
    List<Timeline> real = quickest(all);
    List<Figure> figures = new ArrayList<>();
    figures.add(time("makespan", real, simulated, Timeline::makespan));
    figures.add(time("gap", real, simulated, Timeline::gap));
    figures.add(time("headOverhead", real, simulated, Timeline::head));
    figures.add(time("tailOverhead", real, simulated, Timeline::tail));
    double[] order = values(real, timeline -> timeline.sameOrder(simulated));
    figures.add(Figure.share("coreOrder", order, 1));
    for (CompletionCase found : CompletionCase.values()) {
      if (found != CompletionCase.NONE) {
        double[] shares = values(real, timeline -> timeline.share(found));
        figures.add(Figure.share("case" + found, shares, simulated.share(found)));
      }
    }
    return new TimelineComparison(true, "", figures);
  }

  private static List<Timeline> quickest(List<Timeline> all) {
    List<Timeline> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Timeline::makespan));
    return sorted.subList(0, (all.size() - 1) / COUNTED_OF + 1);
  }

  private static Figure time(
      String name, List<Timeline> real, Timeline simulated, ToDoubleFunction<Timeline> value) {
    return Figure.time(name, values(real, value), value.applyAsDouble(simulated));
  }

  private static double[] values(List<Timeline> real, ToDoubleFunction<Timeline> value) {
    return real.stream().mapToDouble(value).toArray();
  }
}
