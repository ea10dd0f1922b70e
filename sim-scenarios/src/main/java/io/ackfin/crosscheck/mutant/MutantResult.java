package io.ackfin.crosscheck.mutant;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * What the cross-check is worth.
 *
 * @param options how long was looked
 * @param rows one for each fault and variant
 * @param cleanRuns how many runs without a fault were judged
 * @param clean what all of them gave together; empty if there were none
 * @param falseAlarms the first lines of what was found in them, which should be nothing
 */
public record MutantResult(
    MutantOptions options,
    List<MutantRow> rows,
    int cleanRuns,
    Optional<Judgement> clean,
    List<String> falseAlarms) {
  public MutantResult {
    rows = List.copyOf(rows);
    falseAlarms = List.copyOf(falseAlarms);
  }

  /** Whether every harmful fault was caught, no harmless one was, and no clean run was blamed. */
  public boolean asExpected() {
    return falseAlarms.isEmpty() && rows.stream().allMatch(MutantRow::asExpected);
  }

  /** How much a check compared in the runs without a fault. */
  public long compared(CheckKind check) {
    return clean.map(judgement -> judgement.check(check).compared()).orElse(0L);
  }
}
