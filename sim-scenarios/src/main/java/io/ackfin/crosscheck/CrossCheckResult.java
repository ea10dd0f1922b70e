package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.timing.TimelineComparison;
import io.ackfin.protocol.CompletionCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a cross-check found.
 *
 * @param name of what was checked
 * @param wanted how many rounds were asked for
 * @param rounds how many were judged
 * @param withAllCases how many of those took every case that their protocol has
 * @param unjudged how many were not, because their recordings have gaps
 * @param failures the runs that failed: which round, who, of what, and what had completed
 * @param interrupted whether it was stopped before its last round
 * @param judgement what the checks found in all rounds together
 * @param possible the completion cases that the protocols of these rounds have
 * @param timeline real against predicted times
 */
public record CrossCheckResult(
    String name,
    int wanted,
    int rounds,
    int withAllCases,
    int unjudged,
    List<String> failures,
    boolean interrupted,
    Judgement judgement,
    Set<CompletionCase> possible,
    TimelineComparison timeline) {
  public CrossCheckResult {
    failures = List.copyOf(failures);
    EnumSet<CompletionCase> copy = EnumSet.noneOf(CompletionCase.class);
    copy.addAll(possible);
    possible = Collections.unmodifiableSet(copy);
  }

  /** The results of several cross-checks as one, without times. */
  public static CrossCheckResult together(String name, List<CrossCheckResult> parts) {
    Judgement sum = CrossCheck.NOTHING;
    List<String> failures = new ArrayList<>();
    Set<CompletionCase> possible = EnumSet.noneOf(CompletionCase.class);
    for (CrossCheckResult part : parts) {
      sum = sum.and(part.judgement);
      part.failures.forEach(failure -> failures.add(part.name + ", " + failure));
      possible.addAll(part.possible);
    }
    return new CrossCheckResult(
        name,
        parts.stream().mapToInt(CrossCheckResult::wanted).sum(),
        parts.stream().mapToInt(CrossCheckResult::rounds).sum(),
        parts.stream().mapToInt(CrossCheckResult::withAllCases).sum(),
        parts.stream().mapToInt(CrossCheckResult::unjudged).sum(),
        failures,
        parts.stream().anyMatch(CrossCheckResult::interrupted),
        sum,
        possible,
        TimelineComparison.not("several workloads"));
  }

  /** This result with real against predicted times. */
  public CrossCheckResult timed(TimelineComparison compared) {
    return new CrossCheckResult(
        name,
        wanted,
        rounds,
        withAllCases,
        unjudged,
        failures,
        interrupted,
        judgement,
        possible,
        compared);
  }

  /** The result in a word. */
  public enum Verdict {
    /** Every check compared something, and nothing differs. */
    AGREES("agrees"),
    /** Model and runtime differ. */
    DIFFERS("differs"),
    /** A run failed, or an invariant is broken. */
    VIOLATED("violated"),
    /** Some check compared nothing, so that nothing is known. */
    EMPTY("nothing compared");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** The name in results. */
    @Override
    public String toString() {
      return label;
    }
  }

  /** The result in a word; a worse one hides a better one. */
  public Verdict verdict() {
    if (!failures.isEmpty() || judgement.check(CheckKind.INVARIANTS).differences() > 0) {
      return Verdict.VIOLATED;
    }
    if (differences() > 0) {
      return Verdict.DIFFERS;
    }
    boolean all = judgement.checks().stream().allMatch(check -> check.compared() > 0);
    return all ? Verdict.AGREES : Verdict.EMPTY;
  }

  /** How much all checks compared together. */
  public long compared() {
    return judgement.checks().stream().mapToLong(CheckResult::compared).sum();
  }

  /** How many differences all checks found together. */
  public long differences() {
    return judgement.checks().stream().mapToLong(CheckResult::differences).sum();
  }

  /** The cases that the protocols have and no round took. */
  public List<CompletionCase> missingCases() {
    return possible.stream()
        .filter(taken -> judgement.coverage().cases().getOrDefault(taken, 0L) == 0)
        .toList();
  }

  /** The greatest error of the timeline in percent; 0 if nothing was compared. */
  public double worstErrorPct() {
    return timeline.figures().stream()
        .mapToDouble(figure -> Math.abs(figure.errorPct()))
        .filter(error -> !Double.isNaN(error))
        .max()
        .orElse(0);
  }
}
