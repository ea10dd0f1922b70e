package io.ackfin.verify;

/**
 * How an exploration is done, and what it may take.
 *
 * @param states it ends as not finished when it has found so many situations
 * @param bytes it ends as not finished before its situations take more memory than this
 * @param symmetry whether identical cores are taken as one, where the placement of tasks allows it
 * @param compaction whether only a hash is kept of each situation, which may miss some; the answer
 *     says with which probability
 */
public record ExplorerOptions(int states, long bytes, boolean symmetry, boolean compaction) {
  /** The limit of states if nobody says otherwise. */
  public static final int DEFAULT_STATES = 50_000_000;

  public ExplorerOptions {
    new SearchOptions(states, bytes, symmetry, compaction);
  }

  /** Everything exact, identical cores as one, within the default limit and so many bytes. */
  public static ExplorerOptions within(long bytes) {
    return new ExplorerOptions(DEFAULT_STATES, bytes, true, false);
  }

  SearchOptions search(boolean symmetric) {
    return new SearchOptions(states, bytes, symmetry && symmetric, compaction);
  }
}
