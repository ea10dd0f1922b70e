package io.ackfin.crosscheck.calibration;

import io.ackfin.runtime.dispatch.CoreProbe;
import io.ackfin.runtime.dispatch.LoopProbe;
import io.ackfin.runtime.dispatch.SchedulerProbe;
import io.ackfin.runtime.probe.AccessProbe;
import io.ackfin.runtime.probe.Contention;
import io.ackfin.runtime.probe.HandoverProbe;
import io.ackfin.runtime.probe.Part;
import io.ackfin.runtime.probe.Probe;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Measures this host's costs, by the package's rules. Spins on two processors. One thread. */
public final class Calibration {
  private static final long CONTENTION_NS = 5_000_000;
  private static final int LEAST_ROUNDS = 3;
  private static final double PERCENT = 100;

  private final List<Probe> probes;
  private final CalibrationOptions options;
  private final Watcher watcher;
  private final List<Map<Part, Double>> rounds = new ArrayList<>();
  private final List<Double> lostPercents = new ArrayList<>();

  /** Told how far a calibration is. */
  public interface Watcher {
    /**
     * So many rounds are over, those of the warm-up included.
     *
     * @return false to stop
     */
    boolean onRound(int done, int total);
  }

  private Calibration(CalibrationOptions options, Watcher watcher) {
    this.options = options;
    this.watcher = watcher;
    probes =
        List.of(
            new AccessProbe(),
            new HandoverProbe(options.events()),
            new LoopProbe(),
            new CoreProbe(options.events()),
            new SchedulerProbe(options.events()));
  }

  /**
   * Measures.
   *
   * @return empty if the watcher said stop
   * @throws io.ackfin.runtime.probe.ProbeException if threads hardly run at all
   */
  public static Optional<CalibrationResult> measure(CalibrationOptions options, Watcher watcher) {
    Calibration calibration = new Calibration(options, watcher);
    return calibration.warmUp() && calibration.measure()
        ? Optional.of(calibration.result())
        : Optional.empty();
  }

  private boolean warmUp() {
    long start = System.nanoTime();
    boolean goesOn = true;
    for (int i = 0; i < options.warmUp() && goesOn && !isOver(start); i++) {
      round();
      goesOn = watcher.onRound(i + 1, options.warmUp() + options.rounds());
    }
    return goesOn;
  }

  private boolean measure() {
    long start = System.nanoTime();
    boolean goesOn = true;
    while (goesOn
        && rounds.size() < options.rounds()
        && (rounds.size() < LEAST_ROUNDS || !isOver(start))) {
      rounds.add(round());
      lostPercents.add(PERCENT * Contention.share(CONTENTION_NS));
      goesOn =
          watcher.onRound(options.warmUp() + rounds.size(), options.warmUp() + options.rounds());
    }
    return goesOn;
  }

  private boolean isOver(long start) {
    return System.nanoTime() - start > options.limitNs();
  }

  private Map<Part, Double> round() {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    probes.forEach(probe -> parts.putAll(probe.repeat()));
    return parts;
  }

  private CalibrationResult result() {
    Map<Part, Estimate> parts = new EnumMap<>(Part.class);
    List<CalibrationResult.Row> measured = new ArrayList<>();
    for (Part part : Part.values()) {
      Estimate estimate = estimate(round -> round.get(part));
      parts.put(part, estimate);
      measured.add(new CalibrationResult.Row(part.toString(), estimate, part.how()));
    }
    List<CalibrationResult.Row> parameters = new ArrayList<>();
    for (HostParameter parameter : HostParameter.values()) {
      parameters.add(
          new CalibrationResult.Row(parameter.path(), estimate(parameter::of), parameter.how()));
    }
    Estimate lost = Estimate.of(lostPercents.stream().mapToDouble(Double::doubleValue).toArray());
    double[] trips = rounds.stream().mapToDouble(round -> round.get(Part.ROUND_TRIP)).toArray();
    return new CalibrationResult(
        Host.here(), rounds.size(), parameters, measured, lost, Doubts.of(lost, parts, trips));
  }

  private Estimate estimate(ToDoubleFunction<Map<Part, Double>> value) {
    return Estimate.of(rounds.stream().mapToDouble(value).toArray());
  }
}
