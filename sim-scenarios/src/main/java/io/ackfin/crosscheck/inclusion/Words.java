package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;

/** Entries and what stands in them, as people read them. */
final class Words {
  private Words() {}

  /** What a cell holds; nothing is known of {@link PostedStores#UNKNOWN}. */
  static String of(Location location, long word) {
    if (word == PostedStores.UNKNOWN) {
      return "nothing";
    }
    return switch (location) {
      case DMB, BELL, DMB_BOTH -> DmbWord.format((int) word);
      case COND -> CondWord.format((int) word);
      case HANK -> "slot " + (int) word;
      case PAYLOAD -> "payload " + (int) word;
      default -> Integer.toString((int) word);
    };
  }

  /** What a core did. */
  static String ofCore(long entry) {
    CoreOperation operation = Entry.coreOperation(entry);
    if (operation == CoreOperation.READ_GATE) {
      return "READ_GATE slot " + Entry.slot(entry) + " saw " + Entry.word(entry);
    }
    return text(operation.name(), operation.kind(), operation.location(), entry);
  }

  /** What a thread did, but for the core that it did it on. */
  static String ofThread(long entry) {
    SchedulerOperation operation = Entry.schedulerOperation(entry);
    String text = text(operation.name(), operation.kind(), operation.location(), entry);
    if (operation == SchedulerOperation.APPLY_COND) {
      text += ", case " + Entry.caseOf(entry);
    }
    if (Entry.isEnded(entry)) {
      text += ", ended without an answer";
    }
    if (Entry.isGated(entry)) {
      text += ", gated";
    }
    return Entry.isEmergency(entry) ? text + ", to every core" : text;
  }

  private static String text(String name, AccessKind kind, Location location, long entry) {
    if (kind != AccessKind.LOAD && kind != AccessKind.STORE) {
      return name;
    }
    String slot = location == Location.PAYLOAD ? " slot " + Entry.slot(entry) : "";
    String verb = kind == AccessKind.LOAD ? " saw " : " := ";
    return name + slot + verb + of(location, Entry.word(entry) & 0xFFFFFFFFL);
  }
}
