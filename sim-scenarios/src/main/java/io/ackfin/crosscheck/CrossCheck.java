package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.Judge;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.judge.RunCoverage;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.timing.TimelineComparison;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.scenario.VariantRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts rounds to all checks and adds up what they found. Each recording is judged and dropped
 * before the next is made, so memory does not grow with the rounds. One thread.
 */
public final class CrossCheck {
  /** What no round has found. */
  static final Judgement NOTHING =
      new Judgement(
          Arrays.stream(CheckKind.values())
              .map(kind -> new CheckResult(kind, 0, 0, List.of()))
              .toList(),
          new RunCoverage(noCases(), 0, 0, 0, Map.of()));

  private final Rounds rounds;
  private final RoundWatcher watcher;
  private Judgement sum = NOTHING;
  private final List<String> failures = new ArrayList<>();
  private final Set<CompletionCase> possible = EnumSet.noneOf(CompletionCase.class);
  private int judged;
  private int withAllCases;
  private int unjudged;
  private boolean stopped;

  private CrossCheck(Rounds rounds, RoundWatcher watcher) {
    this.rounds = rounds;
    this.watcher = watcher;
  }

  /** Judges rounds until there are no more, or the watcher says stop. */
  public static CrossCheckResult of(Rounds rounds, RoundWatcher watcher) {
    CrossCheck check = new CrossCheck(rounds, watcher);
    check.judgeAll();
    return check.result();
  }

  private void judgeAll() {
    for (int round = 1; rounds.hasNext() && !stopped; round++) {
      watcher.begins();
      RecordedRun run = rounds.next();
      stopped = watcher.stop();
      // A run that was cut off by who stopped it says nothing about itself.
      if (run.finished() || !stopped) {
        judge(round, run);
      }
    }
  }

  private void judge(int round, RecordedRun run) {
    if (!run.finished()) {
      failures.add("round " + round + ": " + run.why());
    }
    if (!run.recording().complete()) {
      unjudged++;
      return;
    }
    Judgement found = Judge.judge(run);
    Set<CompletionCase> cases = casesOf(run.plan().protocol().variant());
    possible.addAll(cases);
    boolean all = cases.stream().allMatch(taken -> found.coverage().cases().get(taken) > 0);
    withAllCases += all ? 1 : 0;
    sum = judged == 0 ? found : sum.and(found);
    judged++;
    watcher.judged(run, found);
  }

  private static Map<CompletionCase, Long> noCases() {
    Map<CompletionCase, Long> cases = new EnumMap<>(CompletionCase.class);
    for (CompletionCase taken : CompletionCase.values()) {
      if (taken != CompletionCase.NONE) {
        cases.put(taken, 0L);
      }
    }
    return cases;
  }

  /** The cases that a variant's tables have at all. */
  private static Set<CompletionCase> casesOf(Variant variant) {
    Map<CompletionCase, Protection> rows = new EnumMap<>(CompletionCase.class);
    rows.put(CompletionCase.A, Protection.CASE_A);
    rows.put(CompletionCase.B, Protection.CASE_B);
    rows.put(CompletionCase.C, Protection.CASE_C);
    rows.put(CompletionCase.D, Protection.CASE_D);
    rows.values().removeIf(row -> !VariantRules.has(variant, row));
    return rows.keySet();
  }

  private CrossCheckResult result() {
    return new CrossCheckResult(
        rounds.name(),
        rounds.count(),
        judged,
        withAllCases,
        unjudged,
        failures,
        stopped && judged + unjudged < rounds.count(),
        sum,
        possible,
        TimelineComparison.not("not timed"));
  }
}
