package io.ackfin.run.replay;

import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.device.soc.ScriptedAccess;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.verify.Move;

/**
 * Says what the devices did in a step as the explorer says it: what was read or written. Where a
 * word does not show which dispatch it is about, since ids may repeat, that is added from what was
 * seen of the run: so a comparison finds out a right word of the wrong dispatch too.
 */
final class Words {
  private final Stage stage;

  Words(Stage stage) {
    this.stage = stage;
  }

  /** A core, as people know it. */
  String core(int core) {
    String name = stage.layout.name(core);
    return stage.layout.clusters() == 1 ? name : name + " of cluster " + stage.layout.cluster(core);
  }

  /** The value of the row that a core has just done; empty if it has none. */
  String coreValue(CoreOperation did, int core) {
    ScriptedAccess access = stage.soc.access();
    String copy = stage.soc.sawCopy() ? ", from its cache" : "";
    return switch (did) {
      case READ_DMB, LOOK_BEHIND, AWAIT_DMB_OPEN -> "DMB = " + dmb(core, (int) access.word());
      case AWAIT_BELL ->
          "DMB = "
              + dmb(core, DmbWord.id(access.word()))
              + ", doorbell = "
              + DmbWord.doorbell(access.word());
      case READ_POINTER -> "hank.task = slot " + access.word() + copy;
      case START_KERNEL, END_KERNEL -> "slot " + access.slot() + " = " + payload(access) + copy;
      case READ_GATE ->
          "slot " + access.slot() + " = " + payload(access) + copy + gate(access.word());
      case WRITE_IDLE, WRITE_ACK, WRITE_FIN, WRITE_EXITED ->
          "COND := " + CondWord.format((int) access.word());
      case INVALIDATE_ALL -> "all lines";
      case INVALIDATE_HANK -> "hank.task";
      case INVALIDATE_PAYLOAD -> "payload";
      default -> "";
    };
  }

  /** The value of the row that a thread has just done in a move; empty if it has none. */
  String threadValue(Move move) {
    ScriptedThread thread = stage.thread(move.thread());
    SchedulerOperation did = thread.did();
    ScriptedAccess access = stage.soc.access();
    return switch (did) {
      case APPLY_COND -> seenCond() + ": " + completionCase(thread.polled());
      case AWAIT_RUNNING, LOOK_AT_COND -> seenCond();
      case AWAIT_EXITED -> move.kind() == Move.Kind.EXPIRE ? "the bound expires" : seenCond();
      case BUILD_PAYLOAD -> {
        int task = stage.graph.task((int) access.word()) + 1;
        yield stored(0) + " (task " + task + ")";
      }
      case STORE_ID -> stored(stage.chronicle.dispatched(access.core()));
      default -> did.kind() == AccessKind.STORE ? stored(0) : "";
    };
  }

  /** What has just become visible. */
  String arrival() {
    return stored(stage.chronicle.ordinalInDmb(stage.soc.access().core()));
  }

  /** What COND of a core shows. */
  String cond(int core, int word) {
    return word == 0 && !stage.chronicle.isCondWritten(core) ? "0" : CondWord.format(word);
  }

  private String stored(int ordinalOfId) {
    ScriptedAccess access = stage.soc.access();
    int word = (int) access.word();
    return switch (access.location()) {
      case DMB -> "DMB := " + named(word, ordinalOfId);
      case BELL -> "doorbell := " + word;
      case WINDOW -> word == 1 ? "window := open" : "window := closed";
      case HANK -> "hank.task := slot " + word;
      case PAYLOAD -> "slot " + access.slot() + " := " + payload(access);
      case AICPU_READY -> "aicpu_ready := " + word;
      case WINDOW_SAID -> "window open said := " + word;
      default -> throw new IllegalStateException(access.location() + ": no thread stores it");
    };
  }

  private String seenCond() {
    ScriptedAccess access = stage.soc.access();
    return "COND = " + cond(access.core(), (int) access.word());
  }

  private String dmb(int core, int word) {
    return named(word, stage.chronicle.ordinalInDmb(core));
  }

  private String payload(ScriptedAccess access) {
    int ordinal = stage.chronicle.ordinal(access.core(), (int) access.word());
    return ordinal == 0 ? "unbuilt" : "dispatch " + ordinal;
  }

  private static String gate(long payload) {
    return payload >>> Integer.SIZE == 0 ? ", not gated" : ", gated";
  }

  /** A word of DATA_MAIN_BASE; an id that does not say so, with the dispatch that it names. */
  private static String named(int word, int ordinal) {
    String text = DmbWord.format(word);
    return ordinal == 0 || text.equals(Integer.toString(ordinal))
        ? text
        : text + " (dispatch " + ordinal + ")";
  }

  private static String completionCase(CompletionCase taken) {
    return taken == CompletionCase.NONE ? "no case" : "case " + taken;
  }
}
