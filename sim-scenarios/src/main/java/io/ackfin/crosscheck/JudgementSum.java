package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.judge.RunCoverage;
import io.ackfin.protocol.CompletionCase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What all checks found in several runs, also of different protocols, added up. One thread. */
public final class JudgementSum {
  private final Map<CheckKind, CheckResult> checks = new EnumMap<>(CheckKind.class);
  private final Map<CompletionCase, Long> cases = new EnumMap<>(CompletionCase.class);
  private final Map<String, Long> edges = new LinkedHashMap<>();
  private long guardWaits;
  private long finSkips;
  private long handOvers;

  /** Nothing yet: every count is 0. */
  public JudgementSum() {
    for (CompletionCase taken : CompletionCase.values()) {
      if (taken != CompletionCase.NONE) {
        cases.put(taken, 0L);
      }
    }
  }

  /** Adds what was found in further runs. */
  public void add(Judgement later) {
    later.checks().forEach(result -> checks.merge(result.check(), result, CheckResult::and));
    RunCoverage coverage = later.coverage();
    coverage.cases().forEach((taken, count) -> cases.merge(taken, count, Long::sum));
    coverage.edges().forEach((edge, count) -> edges.merge(edge, count, Long::sum));
    guardWaits += coverage.guardWaits();
    finSkips += coverage.finSkips();
    handOvers += coverage.handOvers();
  }

  /** All of it together. */
  public Judgement judgement() {
    RunCoverage coverage =
        new RunCoverage(
            new EnumMap<>(cases), guardWaits, finSkips, handOvers, new LinkedHashMap<>(edges));
    return new Judgement(new ArrayList<>(checks.values()), coverage);
  }
}
