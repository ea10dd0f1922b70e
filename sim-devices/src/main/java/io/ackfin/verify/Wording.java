package io.ackfin.verify;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/** What stands in a core's registers and words, as people write it. */
final class Wording {
  private final HandshakeParts parts;
  private final Codes codes;

  Wording(HandshakeParts parts) {
    this.parts = parts;
    codes = parts.codes();
  }

  String core(int core) {
    return Cores.name(parts.system(), core);
  }

  static String thread(int thread) {
    return thread == Move.STOPPER ? "stopper" : "thread " + thread;
  }

  /** A register or word of a core by a code of its content. */
  String content(Cell cell, int code) {
    return switch (cell) {
      case DMB -> "DMB := " + dmb(code);
      case BELL -> "doorbell := " + codes.bellWord(code);
      case WINDOW -> code == 1 ? "window := open" : "window := closed";
      case HANK -> "hank.task := slot " + code;
      case PAYLOAD_0 -> "slot 0 := " + dispatch(code);
      case PAYLOAD_1 -> "slot 1 := " + dispatch(code);
      case READY -> "aicpu_ready := " + code;
      case SAID -> "window open said := " + code;
      case NONE -> "";
    };
  }

  String dmb(int code) {
    String word = DmbWord.format(codes.dmbWord(code));
    int ordinal = Codes.ordinalOfDmb(code);
    return ordinal == 0 || word.equals(Integer.toString(ordinal))
        ? word
        : word + " (dispatch " + ordinal + ")";
  }

  String cond(int code) {
    return code == 0 ? "0" : CondWord.format(codes.condWord(code));
  }

  static String dispatch(int ordinal) {
    return ordinal == 0 ? "unbuilt" : "dispatch " + ordinal;
  }
}
