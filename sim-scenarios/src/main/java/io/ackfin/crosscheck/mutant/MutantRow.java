package io.ackfin.crosscheck.mutant;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.Variant;
import java.util.List;

/**
 * How one fault fared in one variant.
 *
 * @param effect what it is known to do there
 * @param rounds how often it was run: until it was caught, or all the rounds there were
 * @param caughtBy the checks that found something in the last round, in the order of reports; empty
 *     if none did in any
 * @param first the first difference, for people; empty if there is none
 */
public record MutantRow(
    Fault fault,
    Variant variant,
    FaultEffect effect,
    int rounds,
    List<CheckKind> caughtBy,
    List<String> first) {
  public MutantRow {
    caughtBy = List.copyOf(caughtBy);
    first = List.copyOf(first);
  }

  /** Whether it is as it should be: a harmful fault was caught, and a harmless one was not. */
  public boolean asExpected() {
    return effect.isHarmless() == caughtBy.isEmpty();
  }
}
