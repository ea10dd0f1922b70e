package io.ackfin.device.aicpu;

import java.util.Arrays;

/**
 * What it takes to get at a word that its writer has just changed. A load that makes the thread do
 * something, of a word that is not the one it last acted on for that core, takes effect only when
 * the word has been fetched; every other load finds what the thread has at hand. At no cost there
 * is nothing to wait for. Not thread-safe.
 */
final class WordFetch {
  private final long cost;
  // By core: the word that the thread last acted on.
  private long[] actedOn = new long[0];
  private boolean underWay;
  private long word;

  WordFetch(long cost) {
    this.cost = cost;
  }

  /** Whether a word is being fetched. */
  boolean underWay() {
    return underWay;
  }

  /** How long a fetch takes, in ticks. */
  long cost() {
    return cost;
  }

  /** The word that is being fetched. */
  long word() {
    return word;
  }

  /**
   * A word was seen, or has been fetched: whether it is to be fetched first.
   *
   * @param acts whether it makes the thread do something
   */
  boolean begins(int core, long seen, boolean acts) {
    if (cost == 0 || underWay || !acts) {
      underWay = false;
      return false;
    }
    if (core >= actedOn.length) {
      actedOn = Arrays.copyOf(actedOn, 2 * core + 1);
    }
    underWay = seen != actedOn[core];
    actedOn[core] = seen;
    word = seen;
    return underWay;
  }
}
