package io.ackfin.crosscheck.judge;

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
}
