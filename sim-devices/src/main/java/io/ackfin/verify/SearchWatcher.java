package io.ackfin.verify;

/**
 * Whoever waits for a search. Asked from the thread that searches, every few thousand states; it
 * may look at a clock, which a search never does.
 */
public interface SearchWatcher {
  /** Whether the search is to end now, with what it knows. */
  boolean stop();

  /**
   * Told how far the search is.
   *
   * @param states situations found so far
   * @param frontier those of them whose steps were not looked at yet
   * @param depth steps on the shortest way to the last one found
   */
  void progress(int states, int frontier, int depth);

  /** One that never stops a search. */
  static SearchWatcher none() {
    return new SearchWatcher() {
      @Override
      public boolean stop() {
        return false;
      }

      @Override
      public void progress(int states, int frontier, int depth) {}
    };
  }
}
