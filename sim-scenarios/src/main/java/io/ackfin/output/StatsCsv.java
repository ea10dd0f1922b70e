package io.ackfin.output;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.soc.Soc;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.RunEnding;
import io.ackfin.run.RunResult;
import io.ackfin.run.Spread;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Every statistic of a run, a line each: first those of the whole run, then of each scheduler
 * thread, then of each core.
 *
 * <p>Columns: {@code run} the scenario's name; {@code component} what the figure is about; {@code
 * kind} the family within which figures compare, such as {@code time} or {@code case}; {@code
 * statistic}; {@code unit}; {@code value}. What was not measured has no line, nor has a core's
 * utilization if the run did not finish.
 */
final class StatsCsv {
  private static final String[] COLUMNS = {
    "run", "component", "kind", "statistic", "unit", "value"
  };
  private static final String RUN = "run";

  /**
   * A figure of every component of one type, declared here and nowhere else.
   *
   * @param value the figure; null if it was not measured
   */
  private record Statistic<T>(
      String kind, String name, String unit, Function<T, BigDecimal> value) {}

  /** What one core did; {@code makespan} is the run's, -1 if it has none or did not finish. */
  private record CoreWork(long kernels, long busy, long makespan) {}

  private static final List<Statistic<RunResult>> OF_RUN = ofRun();
  private static final List<Statistic<ThreadStatistics>> OF_THREAD = ofThread();
  private static final List<Statistic<CoreWork>> OF_CORE =
      List.of(
          new Statistic<>("count", "kernels", "kernels", core -> count(core.kernels())),
          new Statistic<>("time", "busy", "ns", core -> Ticks.nanoseconds(core.busy())),
          new Statistic<>("share", "utilization", "share", StatsCsv::utilization));

  private StatsCsv() {}

  /** Writes the file and closes the stream. */
  static void write(RunResult result, OutputStream out) throws IOException {
    Soc soc = result.soc();
    try (CsvWriter csv = new CsvWriter(out, COLUMNS)) {
      String run = result.plan().name();
      lines(csv, run, RUN, OF_RUN, result);
      List<ThreadStatistics> threads = soc.threadStatistics();
      for (int thread = 0; thread < threads.size(); thread++) {
        lines(csv, run, "scheduler " + thread, OF_THREAD, threads.get(thread));
      }
      CoreWork[] cores = work(result);
      for (int core = 0; core < cores.length; core++) {
        lines(csv, run, soc.coreName(core), OF_CORE, cores[core]);
      }
    }
  }

  private static <T> void lines(
      CsvWriter csv, String run, String component, List<Statistic<T>> statistics, T of)
      throws IOException {
    for (Statistic<T> statistic : statistics) {
      BigDecimal value = statistic.value().apply(of);
      if (value != null) {
        csv.field(run);
        csv.field(component);
        csv.field(statistic.kind());
        csv.field(statistic.name());
        csv.field(statistic.unit());
        csv.field(value);
        csv.endLine();
      }
    }
  }

  private static List<Statistic<RunResult>> ofRun() {
    List<Statistic<RunResult>> all = new ArrayList<>();
    all.add(new Statistic<>("count", "tasks", "tasks", r -> count(r.plan().graph().tasks())));
    all.add(new Statistic<>("count", "completed", "tasks", r -> count(r.completedTasks())));
    all.add(new Statistic<>("count", "loads", "loads", r -> count(r.loads())));
    all.add(new Statistic<>("count", "guardLoads", "loads", r -> count(r.guardLoads())));
    all.add(new Statistic<>("count", "events", "events", r -> count(r.events())));
    all.add(new Statistic<>("time", "makespan", "ns", r -> Figures.nanoseconds(r.makespan())));
    all.add(
        new Statistic<>(
            "time", "lastKernelEnd", "ns", r -> Figures.nanoseconds(r.lastKernelEnd())));
    for (CompletionCase by : CompletionCase.values()) {
      if (by != CompletionCase.NONE) {
        all.add(new Statistic<>("case", by.toString(), "polls", r -> count(r.cases().get(by))));
      }
    }
    all.addAll(spread("gap", result -> result.latencies().gap()));
    all.addAll(spread("headOverhead", result -> result.latencies().head()));
    all.addAll(spread("tailOverhead", result -> result.latencies().tail()));
    all.add(share("utilization", "aic", r -> r.shares().aic()));
    all.add(share("utilization", "aiv", r -> r.shares().aiv()));
    all.add(share("utilization", "aicpu", r -> r.shares().aicpu()));
    all.add(share("overhead", "aic", r -> r.shares().overhead().aic()));
    all.add(share("overhead", "aiv", r -> r.shares().overhead().aiv()));
    all.add(share("overhead", "all", r -> r.shares().overhead().all()));
    all.add(share("overhead", "has", r -> r.shares().overhead().has()));
    return List.copyOf(all);
  }

  private static List<Statistic<ThreadStatistics>> ofThread() {
    List<Statistic<ThreadStatistics>> all = new ArrayList<>();
    all.add(new Statistic<>("count", "loads", "loads", thread -> count(thread.loads())));
    all.add(new Statistic<>("count", "guardLoads", "loads", thread -> count(thread.guardLoads())));
    for (Activity activity : Activity.values()) {
      all.add(
          new Statistic<>(
              "time",
              activity.toString(),
              "ns",
              thread -> Ticks.nanoseconds(thread.ticks().applyAsLong(activity))));
    }
    return List.copyOf(all);
  }

  private static List<Statistic<RunResult>> spread(
      String kind, Function<RunResult, Spread> spread) {
    Function<RunResult, SpreadNs> inNanoseconds = result -> SpreadNs.of(spread.apply(result));
    return List.of(
        new Statistic<>(kind, "count", "values", result -> count(spread.apply(result).count())),
        new Statistic<>(kind, "mean", "ns", ifAny(inNanoseconds, SpreadNs::mean)),
        new Statistic<>(kind, "p50", "ns", ifAny(inNanoseconds, SpreadNs::p50)),
        new Statistic<>(kind, "p90", "ns", ifAny(inNanoseconds, SpreadNs::p90)),
        new Statistic<>(kind, "p99", "ns", ifAny(inNanoseconds, SpreadNs::p99)),
        new Statistic<>(kind, "max", "ns", ifAny(inNanoseconds, SpreadNs::max)));
  }

  private static Function<RunResult, BigDecimal> ifAny(
      Function<RunResult, SpreadNs> spread, Function<SpreadNs, BigDecimal> figure) {
    return result -> {
      SpreadNs found = spread.apply(result);
      return found == null ? null : figure.apply(found);
    };
  }

  private static Statistic<RunResult> share(
      String kind, String name, Function<RunResult, Double> share) {
    return new Statistic<>(kind, name, "share", r -> Figures.share(share.apply(r)));
  }

  private static BigDecimal utilization(CoreWork core) {
    return core.makespan() <= 0 ? null : Figures.share((double) core.busy() / core.makespan());
  }

  private static BigDecimal count(long number) {
    return BigDecimal.valueOf(number);
  }

  private static CoreWork[] work(RunResult result) {
    SubtaskTable table = result.soc().table();
    CoreWork[] cores = new CoreWork[result.plan().spec().cores()];
    boolean finished = result.ending() == RunEnding.FINISHED;
    Arrays.fill(cores, new CoreWork(0, 0, finished ? result.makespan() : -1));
    for (int row = 0; row < table.rows(); row++) {
      long end = table.time(row, Time.END);
      if (end != SubtaskTable.NEVER) {
        CoreWork so = cores[table.core(row)];
        long ticks = end - table.time(row, Time.START);
        cores[table.core(row)] = new CoreWork(so.kernels() + 1, so.busy() + ticks, so.makespan());
      }
    }
    return cores;
  }
}
