package io.ackfin.output;

import io.ackfin.check.Verdict;
import io.ackfin.core.time.TimeUnit;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.run.OverheadShares;
import io.ackfin.run.RunEnding;
import io.ackfin.run.RunResult;
import io.ackfin.run.Shares;
import io.ackfin.run.Spread;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person sees after a run: at most {@link #MOST_LINES} lines of at most {@link #WIDTH}
 * characters, so that it stands on one screen however the run ended.
 */
public final class ConsoleSummary {
  /** The most lines that there are. */
  public static final int MOST_LINES = 24;

  /** The most characters of a line; longer ones are cut, which three dots say; a path is not. */
  public static final int WIDTH = 100;

  // Lines that a run has however it ended: all but who waits and what is violated.
  private static final int STANDING_LINES = 14;
  private static final int MOST_WAITING = 8;
  private static final int MOST_VIOLATED = 2;
  private static final String INDENT = "    ";
  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final double PERCENT = 100.0;
  private static final String CUT = "...";

  /** What schedulers do between start-up and exit. */
  private static final List<Activity> BETWEEN =
      List.of(Activity.POLL, Activity.COMPLETE, Activity.DISPATCH, Activity.GUARD, Activity.IDLE);

  private final List<String> lines = new ArrayList<>();

  private ConsoleSummary() {}

  /**
   * The lines of a run's summary.
   *
   * @param wall how long the run took
   * @param folder where its files are; null if there are none
   */
  public static List<String> of(RunResult result, WallTime wall, Path folder) {
    ConsoleSummary violations = new ConsoleSummary();
    violations.violations(result.verdicts());
    int room = MOST_LINES - STANDING_LINES - violations.lines.size();
    ConsoleSummary summary = new ConsoleSummary();
    summary.outcome(result, Math.min(room, MOST_WAITING));
    summary.times(result);
    summary.shares(result);
    summary.invariants(result.verdicts());
    summary.lines.addAll(violations.lines);
    summary.ending(result, wall, folder);
    return List.copyOf(summary.lines);
  }

  private void outcome(RunResult result, int mostWaiting) {
    RunEnding ending = result.ending();
    boolean finished = ending == RunEnding.FINISHED;
    add(result.plan().name() + ": " + ending + (finished ? "" : ", " + result.why()));
    List<String> waiting = finished ? List.of() : result.waiting();
    // The last line is given up for the count of those that do not fit.
    int shown = waiting.size() <= mostWaiting ? waiting.size() : mostWaiting - 1;
    waiting.subList(0, shown).forEach(line -> add(INDENT + line));
    if (shown < waiting.size()) {
      add(INDENT + "and " + (waiting.size() - shown) + " more that wait");
    }
  }

  private void times(RunResult result) {
    String lastKernel = " (last kernel ends after " + time(result.lastKernelEnd()) + ")";
    add("makespan", time(result.makespan()) + (result.lastKernelEnd() < 0 ? "" : lastKernel));
    add(
        "tasks",
        format(
            "%,d of %,d complete, %,d subtasks on %,d cores",
            result.completedTasks(),
            result.plan().graph().tasks(),
            result.plan().graph().subtasks(),
            result.plan().spec().cores()));
    add("cases", cases(result));
    add("gap", spread(result.latencies().gap()));
    add("head overhead", spread(result.latencies().head()));
    add("tail overhead", spread(result.latencies().tail()));
  }

  private void shares(RunResult result) {
    Shares shares = result.shares();
    OverheadShares overhead = shares.overhead();
    add(
        "utilization",
        format(
            "AIC %s   AIV %s   AICPU %s",
            share(shares.aic()), share(shares.aiv()), share(shares.aicpu())));
    add(
        "overhead",
        format(
            "AIC %s   AIV %s   both %s   any %s",
            share(overhead.aic()),
            share(overhead.aiv()),
            share(overhead.all()),
            share(overhead.has())));
    long all = BETWEEN.stream().mapToLong(result.activities()::get).sum();
    add(
        "schedulers",
        BETWEEN.stream()
            .map(activity -> activity(activity, result.activities().get(activity), all))
            .collect(Collectors.joining("   ")));
  }

  private void invariants(List<Verdict> verdicts) {
    long violated = verdicts.stream().filter(verdict -> !verdict.held()).count();
    add(
        "invariants",
        violated == 0
            ? "all " + verdicts.size() + " hold"
            : violated + " of " + verdicts.size() + " VIOLATED");
  }

  /** The first violations, on two lines each where one is too short. */
  private void violations(List<Verdict> verdicts) {
    verdicts.stream()
        .filter(verdict -> !verdict.held())
        .limit(MOST_VIOLATED)
        .map(ConsoleSummary::violation)
        .forEach(
            violation -> {
              int end = violation.length();
              int cut = end <= WIDTH ? end : violation.lastIndexOf(' ', WIDTH);
              add(violation.substring(0, cut));
              if (cut < end) {
                add(INDENT + violation.substring(cut));
              }
            });
  }

  private static String violation(Verdict verdict) {
    String when = ", first at " + time(verdict.firstTick()) + ": ";
    return INDENT + verdict.invariant() + when + verdict.firstMessage();
  }

  private void ending(RunResult result, WallTime wall, Path folder) {
    BigDecimal rate = wall.perSecond(result.events());
    add(
        "events",
        format("%,d in %.3f s", result.events(), wall.seconds())
            + (rate == null ? "" : format(", %,d a second", rate.longValue())));
    add("digest", result.digest());
    if (folder != null) {
      // A path that is cut is of no use.
      lines.add(format("  %-14s %s", "files", folder));
    }
  }

  private static String cases(RunResult result) {
    return result.cases().entrySet().stream()
        .map(entry -> entry.getKey() + format(" %,d", entry.getValue()))
        .collect(Collectors.joining("   "));
  }

  private static String activity(Activity activity, long ticks, long all) {
    return activity + " " + share(all == 0 ? Double.NaN : (double) ticks / all);
  }

  private static String spread(Spread spread) {
    return spread.count() == 0
        ? "none measured"
        : "p50 "
            + time(spread.p50())
            + "   p99 "
            + time(spread.p99())
            + "   max "
            + time(spread.max());
  }

  /** Four digits and the largest unit that leaves no leading zero: {@code 86.61 ms}. */
  private static String time(long ticks) {
    if (ticks < 0) {
      return "not measured";
    }
    for (TimeUnit unit : TimeUnit.LARGEST_FIRST) {
      if (ticks >= unit.picoseconds()) {
        BigDecimal value =
            BigDecimal.valueOf(ticks).divide(BigDecimal.valueOf(unit.picoseconds()), FOUR_DIGITS);
        return value.toPlainString() + " " + unit.suffix();
      }
    }
    return "0 " + TimeUnit.NS.suffix();
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "-" : format("%.1f %%", share * PERCENT);
  }

  private void add(String label, String text) {
    add(format("  %-14s %s", label, text));
  }

  private void add(String line) {
    String printable = line.replaceAll("\\p{Cntrl}", "?");
    lines.add(
        printable.length() <= WIDTH
            ? printable
            : printable.substring(0, WIDTH - CUT.length()) + CUT);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
