package io.ackfin.output;

import io.ackfin.crosscheck.CrossCheckResult;
import java.util.List;

/**
 * A cross-check that has ended.
 *
 * @param result what it found
 * @param parts the results that it is made of, if it is that of a suite; else none
 * @param faults the mistakes that were built into its runs; none in normal ones
 * @param notes what a reader of the result has to know of how it came about, a line each
 * @param wall how long it took
 */
public record CrossChecked(
    CrossCheckResult result,
    List<CrossCheckResult> parts,
    List<String> faults,
    List<String> notes,
    WallTime wall) {
  public CrossChecked {
    parts = List.copyOf(parts);
    faults = List.copyOf(faults);
    notes = List.copyOf(notes);
  }
}
