package io.ackfin.verify;

import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.DmbWord;

/**
 * The words that programs see, and the short codes that a packed situation holds in their place. A
 * code carries the ordinal that the word is about, which the word itself need not tell: ids may
 * repeat. Ordinal 0 is an id that nobody dispatched: what a register held before it was written.
 *
 * <pre>
 *   DMB   0: not written  1: idle       2: exit    2 + n: the id of ordinal n
 *   COND  0: not written  1: core idle  2: exited  3: ACK, 4: FIN of what DMB idle would be as an id
 *         5 + 2n: ACK, 6 + 2n: FIN of ordinal n
 *   id of a core's program  0: idle  1: that of the ordinal it handles  2: none (it exits)
 * </pre>
 *
 * Immutable; any thread.
 */
final class Codes {
  static final int DMB_IDLE = 1;
  static final int DMB_EXIT = 2;
  static final int COND_IDLE = 1;
  static final int COND_EXITED = 2;

  private static final int ACK_IDLE = 3;
  private static final int FIN_IDLE = 4;

  private static final int ID_IDLE = 0;
  private static final int ID_HANDLED = 1;
  private static final int ID_NONE = 2;

  private static final long LOWER = 0xFFFFFFFFL;

  private final int[] ids;
  private final int[] dmbWords;
  private final int[] condWords;

  Codes(Tables tables, int ordinals) {
    DispatchId counter = tables.ids();
    ids = new int[ordinals + 2];
    dmbWords = new int[ordinals + 3];
    condWords = new int[fin(ordinals) + 1];
    dmbWords[DMB_IDLE] = DmbWord.IDLE;
    dmbWords[DMB_EXIT] = DmbWord.EXIT;
    condWords[COND_IDLE] = CondWord.CORE_IDLE;
    condWords[COND_EXITED] = CondWord.CORE_EXITED;
    condWords[ACK_IDLE] = CondWord.ack(DmbWord.IDLE);
    condWords[FIN_IDLE] = CondWord.fin(DmbWord.IDLE);
    condWords[ack(0)] = CondWord.ack(0);
    condWords[fin(0)] = CondWord.fin(0);
    int id = counter.first();
    for (int ordinal = 1; ordinal <= ordinals; ordinal++) {
      ids[ordinal] = id;
      dmbWords[dmb(ordinal)] = id;
      condWords[ack(ordinal)] = CondWord.ack(id);
      condWords[fin(ordinal)] = CondWord.fin(id);
      id = counter.next(id);
    }
    ids[ordinals + 1] = id;
  }

  /** The code of an ordinal's id in DMB. */
  static int dmb(int ordinal) {
    return DMB_EXIT + ordinal;
  }

  /** The ordinal in a code of DMB; 0 for idle and the like. */
  static int ordinalOfDmb(int code) {
    return Math.max(0, code - DMB_EXIT);
  }

  static int ack(int ordinal) {
    return 5 + 2 * ordinal;
  }

  static int fin(int ordinal) {
    return 6 + 2 * ordinal;
  }

  /**
   * The code of what a core writes to say ACK, or FIN, of the id that its program holds. In whole
   * tables that is always a dispatch that it handles.
   */
  static int acknowledged(CoreFields core, long[] situation, boolean fin) {
    int ordinal = core.handling.get(situation);
    return switch (core.idKind.get(situation)) {
      case ID_IDLE -> fin ? FIN_IDLE : ACK_IDLE;
      case ID_HANDLED -> fin ? fin(ordinal) : ack(ordinal);
      default -> fin ? fin(0) : ack(0);
    };
  }

  /** The id of an ordinal, from 1 to one more than a core can get. */
  int id(int ordinal) {
    return ids[ordinal];
  }

  int dmbWord(int code) {
    return dmbWords[code];
  }

  /** What the doorbell shows after it was rung for an ordinal; 0 if it never was. */
  int bellWord(int ordinal) {
    return ids[ordinal];
  }

  int condWord(int code) {
    return condWords[code];
  }

  /** The state of a core's program. */
  long program(CoreFields core, long[] situation) {
    int id =
        switch (core.idKind.get(situation)) {
          case ID_IDLE -> DmbWord.IDLE;
          case ID_HANDLED -> ids[core.handling.get(situation)];
          default -> 0;
        };
    return (long) core.place.get(situation) << Integer.SIZE | id;
  }

  void setProgram(CoreFields core, long[] situation, long program) {
    core.place.set(situation, (int) (program >>> Integer.SIZE));
    core.idKind.set(situation, idKind((int) (program & LOWER), core.handling.get(situation)));
  }

  private int idKind(int id, int handling) {
    if (id == DmbWord.IDLE) {
      return ID_IDLE;
    }
    if (handling > 0 && id == ids[handling]) {
      return ID_HANDLED;
    }
    if (id != 0) {
      throw new IllegalStateException("id " + id + ": is not that of ordinal " + handling);
    }
    return ID_NONE;
  }
}
