package io.ackfin.crosscheck.judge;

import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.memory.Register;

/** What the owners of one core know of it from one to the next. Not thread-safe. */
final class CoreWords {
  private final boolean parity;
  private final boolean silent;
  private int cond;
  private boolean closed;

  /**
   * A core that nothing was read of.
   *
   * @param silent whether the core is taken to have given no answer to its exit, because the rules
   *     have none for how it came to it
   */
  CoreWords(Variant variant, boolean silent) {
    parity = variant == Variant.DUAL_SLOT_PARITY;
    this.silent = silent;
  }

  /** A word that an owner read in {@link Register#COND}; no answer is one that counts. */
  void seen(int word) {
    if (!isNoAnswer(word)) {
      cond = word;
    }
  }

  /** Whether a word is an answer to exit that the core is taken not to have given. */
  boolean isNoAnswer(int word) {
    return silent && word == CondWord.CORE_EXITED;
  }

  /** The last word that an owner read in {@link Register#COND}. */
  int cond() {
    return cond;
  }

  /** An id was stored: by parity nothing may be put behind it yet. */
  void closed() {
    closed = true;
  }

  /** A poll changed something. */
  void opened() {
    closed = false;
  }

  /** Whether a poll that completes nothing opens the pending slot, by what runs and waits. */
  boolean opensBy(int word, int running, int pending) {
    return parity && closed && pending == RunView.NONE && word == CondWord.ack(running);
  }
}
