package io.ackfin.crosscheck.mutant;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.Judge;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs every fault in every variant until a check finds it, and runs without a fault. One workload
 * serves all: tasks of every shape on two clusters, kernels as long as threads take turns, and
 * cores that change hands while they are busy. Not thread-safe.
 */
public final class MutantTable {
  private static final long NS_PER_MS = 1_000_000;
  private static final int ITERATIONS = 40;
  private static final int LONGEST_KERNEL_MICROS = 40;
  private static final int WINDOW = 40;
  private static final int RECORDS = 1 << 17;
  private static final int CLEAN_ITERATIONS = 60;

  private final MutantOptions options;
  private final MutantProgress progress;
  private final int all;
  private int done;

  private MutantTable(MutantOptions options, MutantProgress progress) {
    this.options = options;
    this.progress = progress;
    all = Fault.values().length * Variant.values().length + options.cleanRuns();
  }

  /** Makes the table. Takes a minute or two by default, most of it waiting for runs that hang. */
  public static MutantResult run(MutantOptions options, MutantProgress progress) {
    return new MutantTable(options, progress).run();
  }

  private MutantResult run() {
    List<MutantRow> rows = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      for (Variant variant : Variant.values()) {
        rows.add(row(fault, variant, options));
        progress.on(++done, all, fault + " in " + variant);
      }
    }
    List<String> falseAlarms = new ArrayList<>();
    Optional<Judgement> clean = Optional.empty();
    RandomPlans plans = new RandomPlans(options.seed());
    for (int run = 1; run <= options.cleanRuns(); run++) {
      Judgement judgement = judgeClean(plans.next(CLEAN_ITERATIONS));
      judgement.checks().forEach(check -> addAlarm(check, falseAlarms));
      clean = Optional.of(clean.map(sum -> sum.and(judgement)).orElse(judgement));
      progress.on(++done, all, "clean run " + run);
    }
    return new MutantResult(options, rows, options.cleanRuns(), clean, falseAlarms);
  }

  private static Judgement judgeClean(RuntimePlan plan) {
    return Judge.judge(RealRun.record(plan, DispatchRun.of(plan.spec(), plan.graph())));
  }

  private static void addAlarm(CheckResult check, List<String> falseAlarms) {
    if (check.differences() > 0) {
      falseAlarms.add(check.check() + ": " + check.first().get(0));
    }
  }

  /** Runs one fault in one variant until it is caught, or for as long as the options say. */
  public static MutantRow row(Fault fault, Variant variant, MutantOptions options) {
    FaultEffect effect = FaultEffect.of(fault, variant);
    int rounds = effect.isHarmless() ? options.harmlessRounds() : options.rounds();
    RuntimePlan plan = plan(fault, variant, effect.isHarmless() ? 0 : options.stuckMs());
    for (int round = 1; round <= rounds; round++) {
      RecordedRun run =
          RealRun.record(plan, DispatchRun.withFaults(plan.spec(), plan.graph(), Set.of(fault)));
      Judgement judgement = Judge.judge(run);
      if (!judgement.agrees()) {
        return caught(fault, variant, effect, round, judgement);
      }
    }
    return new MutantRow(fault, variant, effect, rounds, List.of(), List.of());
  }

  private static MutantRow caught(
      Fault fault, Variant variant, FaultEffect effect, int round, Judgement judgement) {
    Set<CheckKind> by = EnumSet.noneOf(CheckKind.class);
    for (CheckResult check : judgement.checks()) {
      if (check.differences() > 0) {
        by.add(check.check());
      }
    }
    List<CheckKind> inOrder = List.copyOf(by);
    return new MutantRow(
        fault, variant, effect, round, inOrder, judgement.check(inOrder.get(0)).first());
  }

  private static RuntimePlan plan(Fault fault, Variant variant, int stuckMs) {
    KernelDuration duration =
        new KernelDuration.Uniform(Ticks.ZERO, Ticks.ofMicros(LONGEST_KERNEL_MICROS));
    TaskGraph graph = new Mixed(ITERATIONS, duration).build(fault.ordinal());
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.variant = variant;
                  changes.chip = Chip.ofClusters(2);
                  changes.becomesScheduler = true;
                  changes.taskWindow = WINDOW;
                  changes.kernel = KernelKind.YIELD;
                  changes.waiting = WaitKind.YIELD;
                  changes.recordsPerThread = RECORDS;
                  if (stuckMs > 0) {
                    changes.timeLimitNs = stuckMs * NS_PER_MS;
                    changes.exitLimitNs = stuckMs * NS_PER_MS;
                  }
                });
    return RealRun.plan(fault + " in " + variant, spec, graph);
  }
}
