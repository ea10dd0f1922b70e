package io.ackfin.verify;

/**
 * A finite system of situations and steps, as the search sees it: a situation is a few packed
 * {@code long}s. Not thread-safe: successors are made in the system's own working memory.
 */
interface TransitionSystem {
  /** How many {@code long}s a situation takes. */
  int words();

  /** Writes the situation before anything happened. */
  void initial(long[] into);

  /**
   * Makes every step that can be taken in a situation, always in the same order.
   *
   * @param from the situation; not changed
   * @param into told of each step
   */
  void successors(long[] from, Successors into);

  /** Whether nothing is left to happen. */
  boolean ended(long[] situation);

  /**
   * Makes a situation the representative of all those that differ only in which of several
   * identical cores is which. Without symmetry it stays as it is.
   */
  void canonical(long[] situation);

  /** Told of the steps that can be taken in a situation. */
  interface Successors {
    /**
     * A step.
     *
     * @param move the step, packed; see {@link Moves}
     * @param action the number, 0 to 63, of the action that it is, for fairness; a thread's choices
     *     at home are actions of their own
     * @param broken the invariants that it breaks, a bit for each by position
     * @param noted what it shows, for coverage: bits of {@link Noted}
     * @param to the situation after it; the system's own array, to be copied before the call ends
     */
    void step(int move, int action, int broken, int noted, long[] to);

    /**
     * A step that leads back to the same situation.
     *
     * @param action the action that it is
     * @param noted what it shows
     */
    void wait(int action, int noted);
  }
}
