package io.ackfin.run;

import io.ackfin.core.event.EventFailedException;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.stats.Gauge;
import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SocSetup;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.scenario.Polling;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a run shows but the number of its events, a line each: how it ended, every
 * figure, every row, what each invariant's check found, each lane of its trace in the order told;
 * and, of a second run that only listens, every event of the handshake and every access, in order.
 */
final class Account implements TraceListener {
  private final List<String> lines = new ArrayList<>();
  private List<List<String>> lanes = List.of();

  private Account() {}

  /** The account of a plan under a way of polling. */
  static List<String> of(RunPlan plan, Polling polling) {
    Account account = new Account();
    try {
      account.result(new Run(plan.polling(polling), List.of(account)).execute(RunWatcher.NONE));
    } catch (EventFailedException e) {
      account.lines.add(e.getMessage());
    }
    account.lanes.forEach(account.lines::addAll);
    account.listen(plan, polling);
    return account.lines;
  }

  private void result(RunResult result) {
    lines.add(result.ending() + ": " + result.why());
    lines.addAll(result.waiting());
    lines.add("makespan " + result.makespan() + ", last kernel " + result.lastKernelEnd());
    lines.add("first submission " + result.firstSubmission());
    lines.add("completed " + result.completedTasks());
    lines.add("loads " + result.loads() + ", of the guard " + result.guardLoads());
    lines.add("activities " + result.activities());
    lines.add("cases " + result.cases());
    lines.add(result.latencies().toString());
    lines.add(result.shares().toString());
    result.verdicts().forEach(v -> lines.add(v.invariant() + " " + v.held() + " " + first(v)));
    lines.add("digest " + result.digest());
    threads(result.soc());
    result.soc().statistics().all().stream()
        .map(Gauge.class::cast)
        .forEach(g -> lines.add(g.declaration() + " " + g.max() + " " + g.level()));
    rows(result.soc().table());
  }

  private static String first(io.ackfin.check.Verdict verdict) {
    return verdict.held() ? "" : verdict.firstTick() + " " + verdict.firstMessage();
  }

  private void threads(Soc soc) {
    for (ThreadStatistics thread : soc.threadStatistics()) {
      StringBuilder line = new StringBuilder("thread: ");
      line.append(thread.loads()).append(" loads, of the guard ").append(thread.guardLoads());
      for (Activity activity : Activity.values()) {
        line.append(", ").append(activity).append(' ').append(thread.ticks().applyAsLong(activity));
      }
      lines.add(line.toString());
    }
    lines.addAll(soc.describeWaiting());
  }

  private void rows(SubtaskTable table) {
    for (int row = 0; row < table.rows(); row++) {
      StringBuilder line = new StringBuilder("row " + row + " on " + table.core(row));
      for (Time time : Time.values()) {
        line.append(' ').append(table.time(row, time));
      }
      lines.add(line + " " + table.kernel(row) + " " + table.completedBy(row));
    }
  }

  private void listen(RunPlan plan, Polling polling) {
    Simulator simulator = new Simulator(plan.tieOrder(), List.of());
    SocSetup setup =
        SocSetup.of(
                plan.spec(),
                plan.protocol(),
                plan.policy(),
                plan.graph(),
                new KeyedRandom(plan.seed()),
                (event, tick, core, detail, item) ->
                    lines.add(event + " " + tick + " " + core + " " + detail + " " + item))
            .parking(polling == Polling.PARKED);
    Soc soc = new Soc(setup, simulator);
    soc.start();
    // Time goes on to the limit although nothing may be pending.
    simulator.at(Long.MAX_VALUE, simulator.event("end of time", Phase.STOP, 0, () -> {}));
    try {
      simulator.runUntil(Math.min(plan.until(), 40_000_000));
    } catch (EventFailedException e) {
      lines.add(e.getMessage());
    }
    // Nobody traces this run, so that skipped turns are booked by arithmetic.
    threads(soc);
  }

  @Override
  public void start(Lanes declared) {
    lanes = new ArrayList<>();
    for (int lane = 0; lane < declared.size(); lane++) {
      lanes.add(new ArrayList<>());
      lanes.get(lane).add(declared.process(lane) + " " + declared.track(lane));
    }
  }

  @Override
  public void span(int lane, String name, long begin, long end, long id) {
    lanes.get(lane).add(name + " " + begin + ".." + end + " " + id);
  }

  @Override
  public void instant(int lane, String name, long tick, long id) {
    lanes.get(lane).add(name + " " + tick + " " + id);
  }

  @Override
  public void counter(int lane, String name, long tick, long value) {
    lanes.get(lane).add(name + " " + tick + " " + value);
  }

  @Override
  public void flowStart(int lane, String name, long tick, long id) {
    lanes.get(lane).add(name + " leaves " + tick + " " + id);
  }

  @Override
  public void flowEnd(int lane, String name, long tick, long id) {
    lanes.get(lane).add(name + " arrives " + tick + " " + id);
  }
}
