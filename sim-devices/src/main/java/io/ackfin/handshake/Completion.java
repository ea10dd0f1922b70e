package io.ackfin.handshake;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;

/**
 * The completion table: what one read of COND means. Its input is whether a dispatch is pending and
 * whether that one is gated, whose id COND shows (the pending one is tried first), and ACK or FIN;
 * its entry is an action:
 *
 * <pre>
 *   7    5    4      3       2             1                  0
 *  +------+------+------+---------+------------------+------------------+
 *  | case | open | idle | promote | complete pending | complete running |
 *  +------+------+------+---------+------------------+------------------+
 * </pre>
 *
 * An action of 0 is "anything else": nothing changes. Immutable; any thread.
 */
public final class Completion {
  /** The running subtask is complete. */
  public static final int COMPLETE_RUNNING = 1;

  /** The pending subtask is complete, after the running one. */
  public static final int COMPLETE_PENDING = 2;

  static final int PROMOTE = 4;
  static final int IDLE = 8;
  static final int OPEN = 16;

  private static final int CASE_SHIFT = 5;

  /** How many entries the table has. */
  public static final int INPUTS = 32;

  private static final int FIN_BIT = 1;
  private static final int MATCH = 3;
  private static final int PENDING_BIT = 8;
  private static final int GATED_BIT = 16;

  /** Whose id COND shows. */
  enum Match {
    NONE,
    RUNNING,
    PENDING
  }

  private final byte[] actions;

  private Completion(byte[] actions) {
    this.actions = actions;
  }

  /** A table in which every input is "anything else". */
  static Completion none() {
    return new Completion(new byte[INPUTS]);
  }

  /** This table with one entry set, the same whether what is pending is gated or not. */
  Completion with(boolean pending, Match match, boolean fin, int action) {
    byte[] edited = actions.clone();
    edited[input(pending, match, fin)] = (byte) action;
    edited[input(pending, match, fin) | GATED_BIT] = (byte) action;
    return new Completion(edited);
  }

  /** This table with one entry set for a gated pending dispatch alone. */
  Completion withGated(Match match, boolean fin, int action) {
    byte[] edited = actions.clone();
    edited[input(true, match, fin) | GATED_BIT] = (byte) action;
    return new Completion(edited);
  }

  /** This table with every entry of a case turned into "anything else". */
  Completion without(CompletionCase removed) {
    byte[] edited = actions.clone();
    for (int i = 0; i < INPUTS; i++) {
      if (caseOf(edited[i] & 0xFF) == removed) {
        edited[i] = 0;
      }
    }
    return new Completion(edited);
  }

  static int action(CompletionCase label, int effects) {
    return (label.ordinal() << CASE_SHIFT) | effects;
  }

  /** The case that an action is. */
  public static CompletionCase caseOf(int action) {
    return CompletionCase.of(action >>> CASE_SHIFT);
  }

  /** The action for a book and what COND showed. */
  int lookUp(DispatchId ids, long book, int cond) {
    return actions[inputOf(ids, book, cond)] & 0xFF;
  }

  /** The entry that a book and what COND showed lead to. */
  static int inputOf(DispatchId ids, long book, int cond) {
    int id = CondWord.id(cond);
    boolean pending = Book.pending(book);
    Match match = Match.NONE;
    if (pending && id == Book.pendingId(ids, book)) {
      match = Match.PENDING;
    } else if (Book.busy(book) && id == Book.runningId(ids, book)) {
      match = Match.RUNNING;
    }
    int gated = Book.gated(book) ? GATED_BIT : 0;
    return input(pending, match, CondWord.isFin(cond)) | gated;
  }

  /** The book after an action. */
  static long apply(long book, int action) {
    long next = book;
    if ((action & PROMOTE) != 0) {
      next = (next & ~(Book.PENDING | Book.GATED)) ^ Book.RECORD;
    }
    if ((action & IDLE) != 0) {
      next &= ~(Book.BUSY | Book.PENDING | Book.GATED | Book.CLOSED);
    }
    if ((action & OPEN) != 0) {
      next &= ~Book.CLOSED;
    }
    return next;
  }

  /**
   * An entry of the table in words, such as {@code pending: FIN of the running one}.
   *
   * @param input its position, 0 to {@link #INPUTS} - 1
   */
  public static String describe(int input) {
    String pending =
        (input & PENDING_BIT) == 0
            ? "none pending"
            : (input & GATED_BIT) == 0 ? "pending" : "gated pending";
    String state = (input & FIN_BIT) == 0 ? "ACK" : "FIN";
    String whose =
        switch (Match.values()[input >>> 1 & MATCH]) {
          case NONE -> "another id";
          case RUNNING -> "the running one";
          case PENDING -> "the pending one";
        };
    return pending + ": " + state + " of " + whose;
  }

  private static int input(boolean pending, Match match, boolean fin) {
    return (pending ? PENDING_BIT : 0) | (match.ordinal() << 1) | (fin ? FIN_BIT : 0);
  }
}
