package io.ackfin.verify;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Invariant;
import java.util.List;

/** Puts the handshake's steps into words: who, what, and the value that was read or written. */
final class HandshakeNarrator implements Narrator {
  private final HandshakeParts parts;
  private final Layout layout;
  private final Wording wording;
  private final Portrait portrait;

  HandshakeNarrator(HandshakeParts parts) {
    this.parts = parts;
    layout = parts.layout();
    wording = new Wording(parts);
    portrait = new Portrait(parts, wording);
  }

  @Override
  public Step step(int number, int packed, long[] before, long[] after) {
    Move move = Moves.unpack(packed);
    String who =
        switch (move.kind()) {
          case CORE, ARRIVE_AT_BARRIER -> wording.core(move.core());
          case OUTPUT, STORE_VISIBLE -> "memory";
          case HAND_OVER -> "threads";
          default -> Wording.thread(move.thread());
        };
    return switch (move.kind()) {
      case CORE -> coreStep(number, move, who, before);
      case ARRIVE_AT_BARRIER -> new Step(number, move, who, "waits for its siblings", "");
      case OUTPUT ->
          new Step(number, move, who, "shows output of " + wording.core(move.core()), "");
      case STORE_VISIBLE -> arrival(number, move, who, before);
      case HAND_OVER -> new Step(number, move, who, "hand over", owners(move.argument()));
      case STOP -> new Step(number, move, who, "stops the run", "");
      case RECHECK -> new Step(number, move, who, "looks at the producer again", "");
      default -> threadStep(number, move, who, before, after);
    };
  }

  @Override
  public String reason(Invariant invariant, int packed, long[] before, long[] after) {
    return new Reasons(parts, wording).of(invariant, Moves.unpack(packed), before, after);
  }

  @Override
  public List<String> situation(long[] situation) {
    return portrait.of(situation);
  }

  private Step coreStep(int number, Move move, String who, long[] before) {
    CoreFields fields = layout.cores[move.core()];
    long program = parts.codes().program(fields, before);
    CoreOperation operation = CoreProgram.operation(parts.tables(), program);
    long access = CoreProgram.access(parts.tables(), program);
    boolean stale = move.argument() == 1;
    int slot = CoreProgram.pointer(program);
    String value =
        switch (operation) {
          case READ_DMB, LOOK_BEHIND, AWAIT_DMB_OPEN ->
              "DMB = " + wording.dmb(fields.dmb.get(before));
          case AWAIT_BELL ->
              "DMB = "
                  + wording.dmb(fields.dmb.get(before))
                  + ", doorbell = "
                  + parts.codes().bellWord(fields.bell.get(before));
          case READ_POINTER ->
              "hank.task = slot "
                  + (stale
                      ? fields.hankCopy.get(before) - 1 + ", from its cache"
                      : fields.hank.get(before));
          case READ_GATE ->
              "slot "
                  + slot
                  + " = "
                  + payload(fields, slot, stale, before)
                  + gate(fields, slot, stale, before);
          case START_KERNEL, END_KERNEL ->
              "slot " + slot + " = " + payload(fields, slot, stale, before);
          case WRITE_ACK -> "COND := " + wording.cond(Codes.acknowledged(fields, before, false));
          case WRITE_FIN -> "COND := " + wording.cond(Codes.acknowledged(fields, before, true));
          case WRITE_IDLE -> "COND := " + wording.cond(Codes.COND_IDLE);
          case WRITE_EXITED -> "COND := " + wording.cond(Codes.COND_EXITED);
          default -> Access.location(access) == Location.CACHE ? lines(access) : "";
        };
    return new Step(number, move, who, operation.name(), value);
  }

  private static String payload(CoreFields fields, int slot, boolean stale, long[] before) {
    return stale
        ? Wording.dispatch(fields.payloadCopy[slot].get(before) - 1) + ", from its cache"
        : Wording.dispatch(fields.payload[slot].get(before));
  }

  private String gate(CoreFields fields, int slot, boolean stale, long[] before) {
    Field seen = stale ? fields.payloadCopy[slot] : fields.payload[slot];
    int ordinal = seen.get(before) - (stale ? 1 : 0);
    return fields.gated.has(before, ordinal) ? ", gated" : ", not gated";
  }

  private static String lines(long access) {
    boolean hank = (Access.value(access) & Access.LINE_HANK) != 0;
    boolean payload = (Access.value(access) & Access.LINE_PAYLOAD) != 0;
    return hank && payload ? "all lines" : hank ? "hank.task" : "payload";
  }

  private Step arrival(int number, Move move, String who, long[] before) {
    int store = layout.queues[move.thread()].at(before, move.argument());
    String what =
        "shows " + Wording.thread(move.thread()) + "'s store to " + wording.core(move.core());
    String value = wording.content(StoreQueue.cell(store), StoreQueue.code(store));
    return new Step(number, move, who, what, value);
  }

  private static String owners(int owners) {
    return owners == 0 ? "all to thread 0" : "to thread 1: clusters " + Portrait.bits(owners);
  }

  private Step threadStep(int number, Move move, String who, long[] before, long[] after) {
    long begun = ThreadChoice.begun(parts, move, before);
    SchedulerOperation operation = SchedulerProgram.operation(parts.tables(), begun);
    String what = operation.name() + " on " + wording.core(move.core());
    String value = threadValue(move, operation, begun, before, after);
    return new Step(number, move, who, what, value);
  }

  private String threadValue(
      Move move, SchedulerOperation operation, long begun, long[] before, long[] after) {
    CoreFields fields = layout.cores[move.core()];
    int cond = fields.cond.get(before);
    return switch (operation) {
      case APPLY_COND -> {
        long next =
            SchedulerProgram.after(
                parts.tables(), begun, parts.codes().condWord(cond) & 0xFFFFFFFFL);
        CompletionCase taken = Completion.caseOf(SchedulerProgram.action(next));
        String label = taken == CompletionCase.NONE ? "no case" : "case " + taken;
        yield "COND = " + wording.cond(cond) + ": " + label;
      }
      case AWAIT_RUNNING, LOOK_AT_COND -> "COND = " + wording.cond(cond);
      case AWAIT_EXITED ->
          move.kind() == Move.Kind.EXPIRE ? "the bound expires" : "COND = " + wording.cond(cond);
      default -> operation.kind() == AccessKind.STORE ? stored(move, begun, before, after) : "";
    };
  }

  private String stored(Move move, long begun, long[] before, long[] after) {
    CoreFields fields = layout.cores[move.core()];
    Cell cell = Cell.storedBy(SchedulerProgram.access(parts.tables(), begun));
    int ordinal = fields.dispatched.get(before) + 1;
    int value = Access.value(SchedulerProgram.access(parts.tables(), begun));
    return switch (SchedulerProgram.operation(parts.tables(), begun)) {
      case BUILD_PAYLOAD ->
          wording.content(cell, ordinal)
              + " (task "
              + layout.threads[move.thread()].task.get(after)
              + ")";
      case STORE_ID -> wording.content(cell, Codes.dmb(ordinal));
      case STORE_IDLE -> wording.content(cell, Codes.DMB_IDLE);
      case STORE_EXIT -> wording.content(cell, Codes.DMB_EXIT);
      case STORE_BELL -> wording.content(cell, move.argument());
      default -> wording.content(cell, value);
    };
  }
}
