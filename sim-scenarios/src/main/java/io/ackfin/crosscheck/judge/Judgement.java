package io.ackfin.crosscheck.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * What all checks found in one run, or in several.
 *
 * @param checks one result for each {@link CheckKind}, in that order
 * @param coverage what the runs reached
 */
public record Judgement(List<CheckResult> checks, RunCoverage coverage) {
  public Judgement {
    checks = List.copyOf(checks);
  }

  /** This judgement and that of a later run together. */
  public Judgement and(Judgement later) {
    List<CheckResult> all = new ArrayList<>();
    for (CheckKind kind : CheckKind.values()) {
      all.add(check(kind).and(later.check(kind)));
    }
    return new Judgement(all, coverage.and(later.coverage));
  }

  /** What one check found. */
  public CheckResult check(CheckKind kind) {
    return checks.get(kind.ordinal());
  }

  /** Whether nothing differs. */
  public boolean agrees() {
    return checks.stream().allMatch(check -> check.differences() == 0);
  }
}
