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
   * The actions that a cycle need not offer in this situation for being fair to them, a bit for
   * each by number: the choices at home of threads that are not at home. Fairness asks of them only
   * that they are not offered every time that their thread comes home, and never taken.
   */
  long excused(long[] situation);

  /**
   * The actions that need never happen, a bit for each by number: a situation in which only they
   * could change anything is stuck, and a run may go round for ever without them.
   */
  default long optional() {
    return 0;
  }

  /**
   * Makes a situation the representative of all those that differ only in which of several
   * identical cores is which. All of them must have the same successors but for such a difference,
   * break and show the same, and have as many actions that can go on.
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
  }
}
