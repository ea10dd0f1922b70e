package io.ackfin.crosscheck.inclusion;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a recorded run is possible.
 *
 * @param problems why not: at most one a core, and those of the threads; empty if it is possible
 * @param coverage what the recording took of the tables, as far as its entries could be placed
 * @param positions how much was looked at: tries to place an entry, and posted stores searched and
 *     made visible; at most a few for each entry
 */
public record InclusionResult(List<InclusionProblem> problems, Coverage coverage, long positions) {
  public InclusionResult {
    problems = List.copyOf(problems);
  }

  /** Whether the tables accept the recording. */
  public boolean possible() {
    return problems.isEmpty();
  }

  /** All problems as people read them. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    problems.forEach(problem -> lines.addAll(problem.lines()));
    return lines;
  }
}
