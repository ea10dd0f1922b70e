package io.ackfin.verify.suite;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.BoundedSystem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One system of the suite.
 *
 * @param group what the rows around it are about
 * @param name what is special about this one; unique in its group
 * @param system what is explored
 * @param expected the invariants that break; empty if everything holds
 * @param because why, in one sentence without a full stop
 * @param repair the least change that makes it safe, where the original's own choice is not; empty
 *     elsewhere
 */
public record SuiteRow(
    String group,
    String name,
    BoundedSystem system,
    Set<Invariant> expected,
    String because,
    String repair) {
  public SuiteRow {
    EnumSet<Invariant> copy = EnumSet.noneOf(Invariant.class);
    copy.addAll(expected);
    expected = Collections.unmodifiableSet(copy);
  }

  /** Whether a choice of the original is found unsafe here. */
  public boolean isUnsafeChoice() {
    return !repair.isEmpty();
  }
}
