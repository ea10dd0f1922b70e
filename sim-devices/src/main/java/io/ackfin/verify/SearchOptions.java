package io.ackfin.verify;

/**
 * How a search is done, and what it may take.
 *
 * @param states it ends as not finished when it has found so many; the last steps looked at may add
 *     a few hundred
 * @param bytes it ends as not finished before its states take more memory than this
 * @param symmetry whether situations that differ only in which identical core is which are one
 * @param compaction whether only a hash of each situation is kept; see {@link CompactStates}
 */
record SearchOptions(int states, long bytes, boolean symmetry, boolean compaction) {
  /** The most states that can be asked for. */
  static final int MOST_STATES = 1_500_000_000;

  SearchOptions {
    if (states < 1 || states > MOST_STATES) {
      throw new IllegalArgumentException(
          "states: " + states + " (expected: 1 to " + MOST_STATES + ")");
    }
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes: " + bytes + " (expected: 1 or more)");
    }
  }

  /** A search of everything, state by state. */
  static SearchOptions within(int states, long bytes) {
    return new SearchOptions(states, bytes, false, false);
  }

  SearchOptions withSymmetry() {
    return new SearchOptions(states, bytes, true, compaction);
  }

  SearchOptions withCompaction() {
    return new SearchOptions(states, bytes, symmetry, true);
  }
}
