package io.ackfin.crosscheck.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check found in one run, or in several.
 *
 * @param check which check
 * @param compared how much it compared: polls, reads, entries, events
 * @param differences how often what it saw is not what it should be
 * @param first the first difference as people read it, its first line saying what it is; empty if
 *     there is none
 */
public record CheckResult(CheckKind check, long compared, long differences, List<String> first) {
  public CheckResult {
    first = List.copyOf(first);
  }

  /** This result and that of a later run together. */
  public CheckResult and(CheckResult later) {
    return new CheckResult(
        check,
        compared + later.compared,
        differences + later.differences,
        new ArrayList<>(first.isEmpty() ? later.first : first));
  }
}
