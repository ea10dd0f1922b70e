package io.ackfin.run;

import io.ackfin.check.InvariantChecks;
import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.RunEnd;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.SubtaskRecords;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SocSetup;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.scenario.Polling;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One simulation, from plan to result. Single-threaded; runs of different plans share nothing. */
public final class Run {
  /** How much simulated time passes between two looks at the watcher. */
  private static final long SLICE = 200_000_000L;

  /** Longer than any run. */
  private static final long NO_END = Long.MAX_VALUE / 2;

  private final RunPlan plan;
  private final Simulator simulator;
  private final InvariantChecks checks;
  private final Soc soc;
  private final Event endOfTime;

  /** A run that nothing was changed in; with listeners of its trace. */
  public Run(RunPlan plan, List<TraceListener> listeners) {
    this(plan, listeners, SubtaskRecords.forCores(plan.spec().cores()));
  }

  /** A run whose schedulers remember dispatches in their own way. */
  Run(RunPlan plan, List<TraceListener> listeners, SubtaskRecords records) {
    this.plan = plan;
    simulator = new Simulator(plan.tieOrder(), listeners);
    checks = new InvariantChecks(plan.graph(), plan.spec().cores(), plan.spec().cluster().cores());
    SocSetup setup =
        SocSetup.of(
            plan.spec(),
            plan.protocol(),
            plan.policy(),
            plan.graph(),
            new KeyedRandom(plan.seed()),
            checks);
    boolean parking = plan.polling() == Polling.PARKED;
    soc = new Soc(setup.remembering(records).parking(parking), simulator);
    endOfTime = simulator.event("end of time", Phase.STOP, 0, () -> {});
  }

  /** Runs to the end, to the plan's limit, or until the watcher says stop. */
  public RunResult execute(RunWatcher watcher) {
    soc.start();
    RunEnding ending = runInSlices(watcher);
    String why = why(ending);
    if (ending == RunEnding.FINISHED || ending == RunEnding.STUCK) {
      // A run that was cut off has not come to the point at which anything could be missing.
      checks.end(simulator.now(), ending == RunEnding.FINISHED, why);
    }
    return result(ending, why);
  }

  private RunEnding runInSlices(RunWatcher watcher) {
    long giveUp = plan.spec().aicpu().giveUp().picoseconds();
    while (true) {
      long limit = Math.min(plan.until(), simulator.now() + SLICE);
      RunEnd end = simulator.runUntil(limit);
      if (soc.finished()) {
        return RunEnding.FINISHED;
      }
      if (end == RunEnd.EXHAUSTED && letTimePass(giveUp)) {
        end = simulator.runUntil(limit);
      }
      // Schedulers that wait for a push do not look at the clock: nobody else sees them stuck.
      boolean stuck = simulator.now() - soc.lastProgress() - SLICE > giveUp;
      if (end != RunEnd.LIMIT || stuck) {
        return RunEnding.STUCK;
      }
      if (simulator.now() >= plan.until()) {
        return RunEnding.LIMIT;
      }
      if (!watcher.onProgress(soc.completedTasks(), plan.graph().tasks(), simulator.now())) {
        return RunEnding.INTERRUPTED;
      }
    }
  }

  /**
   * Nothing is pending, so nothing will ever move; but whether that means that patience ends or
   * that the limit comes first depends on time, which goes on. Returns false if neither ever comes.
   */
  private boolean letTimePass(long giveUp) {
    if (giveUp >= NO_END && plan.until() >= NO_END) {
      return false;
    }
    simulator.at(Long.MAX_VALUE, endOfTime);
    return true;
  }

  private String why(RunEnding ending) {
    return switch (ending) {
      case FINISHED -> "";
      case STUCK ->
          soc.standstill()
              + ": "
              + (soc.gaveUp() != null
                  ? soc.gaveUp()
                  : "nothing moved for " + plan.spec().aicpu().giveUp());
      case LIMIT -> "the limit on simulated time was reached";
      case INTERRUPTED -> "interrupted";
    };
  }

  private RunResult result(RunEnding ending, String why) {
    List<ThreadStatistics> threads = soc.threadStatistics();
    long from = Math.max(0, soc.firstSubmission());
    long makespan = soc.completedTasks() == 0 ? -1 : soc.lastTaskCompletion() - from;
    return new RunResult(
        plan,
        ending,
        why,
        ending == RunEnding.FINISHED ? List.of() : soc.describeWaiting(),
        makespan,
        soc.lastKernelEnd() == 0 ? -1 : soc.lastKernelEnd() - from,
        soc.firstSubmission(),
        soc.completedTasks(),
        threads.stream().mapToLong(ThreadStatistics::loads).sum(),
        threads.stream().mapToLong(ThreadStatistics::guardLoads).sum(),
        activities(threads),
        cases(),
        Latencies.of(soc, plan.graph()),
        Shares.of(soc, plan, ending == RunEnding.FINISHED ? makespan : sinceFirstSubmission()),
        checks.verdicts(),
        simulator.executed(),
        Digest.of(soc.table()),
        soc);
  }

  /** The time in which an unfinished run could do work; -1 if its start-up did not end. */
  private long sinceFirstSubmission() {
    return soc.firstSubmission() < 0 ? -1 : simulator.now() - soc.firstSubmission();
  }

  private static Map<Activity, Long> activities(List<ThreadStatistics> threads) {
    Map<Activity, Long> sums = new EnumMap<>(Activity.class);
    for (Activity activity : Activity.values()) {
      sums.put(activity, threads.stream().mapToLong(t -> t.ticks().applyAsLong(activity)).sum());
    }
    return sums;
  }

  private Map<CompletionCase, Long> cases() {
    Map<CompletionCase, Long> counts = new EnumMap<>(CompletionCase.class);
    for (CompletionCase completionCase : CompletionCase.values()) {
      if (completionCase != CompletionCase.NONE) {
        counts.put(completionCase, soc.caseCount(completionCase));
      }
    }
    return counts;
  }
}
