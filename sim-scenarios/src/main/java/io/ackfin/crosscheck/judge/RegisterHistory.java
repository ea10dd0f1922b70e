package io.ackfin.crosscheck.judge;

/**
 * One register of one core: what its writer stored, in order, each with the times between which it
 * was stored, and exits that somebody else stored, which have no place in that order. The first
 * entry is what the register held before. Not thread-safe.
 */
final class RegisterHistory {
  /** What a read turns out to be. */
  enum Answer {
    /** The register could give it. */
    LEGAL,
    /** Nobody ever stored it. */
    NEVER_WRITTEN,
    /** It was stored only after the read had ended. */
    TOO_EARLY,
    /** The reader, or what was published to it, has seen a later store, or it was overwritten. */
    TOO_LATE
  }

  private final long postedNs;
  private final Growing words = new Growing();
  private final Growing begins = new Growing();
  private final Growing ends = new Growing();
  private final Growing exitBegins = new Growing();
  private final Growing exitEnds = new Growing();
  // Where the last read stood, and what is certain to have been stored when it began.
  private int seen;
  private int certain;

  /**
   * A register that holds 0.
   *
   * @param postedNs how long a store may take to be seen after it has ended; {@link Long#MAX_VALUE}
   *     if no time says anything about that
   */
  RegisterHistory(long postedNs) {
    this.postedNs = postedNs;
    stored(0, Long.MIN_VALUE, Long.MIN_VALUE);
  }

  /** The writer's next store. */
  void stored(int word, long beginNs, long endNs) {
    words.add(word);
    begins.add(beginNs);
    ends.add(endNs);
  }

  /** An exit by somebody who is not the writer. */
  void exitStored(long beginNs, long endNs) {
    exitBegins.add(beginNs);
    exitEnds.add(endNs);
  }

  /** How many stores there were up to now, or the position of the next one. */
  int stores() {
    return words.size();
  }

  /** Which store the last legal read saw. */
  int seen() {
    return seen;
  }

  /** The reader knows of the stores before this one. */
  void publishedUpTo(int store) {
    certain = Math.max(certain, store - 1);
  }

  /** The reader's next read of a word. */
  Answer read(int word, long beginNs, long endNs) {
    while (certain + 1 < ends.size() && isOver(ends.get(certain + 1), beginNs)) {
      certain++;
    }
    boolean everWritten = false;
    for (int at = Math.max(seen, certain); at < words.size(); at++) {
      if ((int) words.get(at) == word) {
        if (begins.get(at) > endNs) {
          return Answer.TOO_EARLY;
        }
        if (!isReplacedByExit(at, beginNs)) {
          seen = at;
          return Answer.LEGAL;
        }
        everWritten = true;
      }
    }
    for (int at = 0; at < words.size() && !everWritten; at++) {
      everWritten = (int) words.get(at) == word;
    }
    return everWritten ? Answer.TOO_LATE : Answer.NEVER_WRITTEN;
  }

  /** A read of exit, which may be anybody's. */
  Answer readExit(int exit, long beginNs, long endNs) {
    for (int at = 0; at < exitBegins.size(); at++) {
      if (exitBegins.get(at) <= endNs) {
        return Answer.LEGAL;
      }
    }
    Answer writers = read(exit, beginNs, endNs);
    boolean othersLater = writers == Answer.NEVER_WRITTEN && exitBegins.size() > 0;
    return othersLater ? Answer.TOO_EARLY : writers;
  }

  private boolean isReplacedByExit(int store, long beginNs) {
    for (int at = 0; at < exitBegins.size(); at++) {
      boolean after = store == 0 || isOver(ends.get(store), exitBegins.get(at));
      if (after && isOver(exitEnds.get(at), beginNs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a store that ended then is certain to have been seen at another time. */
  private boolean isOver(long endNs, long atNs) {
    return postedNs != Long.MAX_VALUE && endNs < atNs - postedNs;
  }
}
