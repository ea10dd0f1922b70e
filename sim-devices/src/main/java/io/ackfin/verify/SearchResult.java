package io.ackfin.verify;

import java.util.List;

/**
 * What a search found.
 *
 * @param end why it ended
 * @param cycles whether it knows that nothing can go round for ever
 * @param states situations found; with symmetry, one for all that differ only in identical cores
 * @param frontier those of them whose steps were not looked at
 * @param transitions steps looked at, without those that change nothing
 * @param depth steps on the shortest way to the situation that is farthest away
 * @param broken one for each invariant that breaks, in the order of the invariants
 * @param coverage what the steps showed
 * @param bitsPerState how many bits were kept of each situation
 * @param bytes how much memory the states, their index, ways and steps took at the end
 * @param missed the probability that some situation was taken for another one and so missed
 */
record SearchResult(
    End end,
    Cycles cycles,
    int states,
    int frontier,
    long transitions,
    int depth,
    List<Counterexample> broken,
    Coverage coverage,
    int bitsPerState,
    long bytes,
    double missed) {
  /** Why a search ended. */
  enum End {
    /** Every situation was found and every step looked at. */
    FINISHED,
    /** The limit of states was reached. */
    STATE_LIMIT,
    /** The limit of memory was reached. */
    MEMORY_LIMIT,
    /** It was told to stop. */
    STOPPED
  }

  /** What is known about ways that can go on for ever, among the steps looked at. */
  enum Cycles {
    /** There are none. */
    NONE,
    /** There are none that are fair to every action. */
    UNFAIR,
    /** One is, and stands among what is broken. */
    LIVELOCK,
    /** Not looked for, since a deadlock breaks the same invariant. */
    NOT_NEEDED,
    /** Not known: told to stop, or no memory for it. */
    UNKNOWN
  }

  SearchResult {
    broken = List.copyOf(broken);
  }

  /** Whether there is nothing that was not looked at. */
  boolean finished() {
    return end == End.FINISHED && cycles != Cycles.UNKNOWN;
  }
}
