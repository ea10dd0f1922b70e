package io.ackfin.verify;

import io.ackfin.handshake.CoreProgram;
import io.ackfin.protocol.Invariant;

/** What is wrong with a step that breaks an invariant, in one sentence. */
final class Reasons {
  private final HandshakeParts parts;
  private final Layout layout;
  private final Wording wording;

  Reasons(HandshakeParts parts, Wording wording) {
    this.parts = parts;
    layout = parts.layout();
    this.wording = wording;
  }

  String of(Invariant invariant, Move move, long[] before, long[] after) {
    return switch (invariant) {
      case RUNS_ONCE -> runs(move, before, after);
      case COMPLETES_ONCE -> completes(move, before, after);
      case SLOT_STABLE ->
          "a payload slot of "
              + wording.core(move.core())
              + " is written while "
              + inUse(move, before)
              + " is published and its kernel has not ended";
      case IDLE_IS_IDLE ->
          wording.core(move.core()) + " is believed idle and has a dispatch to take up or to end";
      case PROGRESS -> "nothing moves any more, and the run has not ended";
      case PRODUCERS_FIRST ->
          "task 2 starts on " + wording.core(move.core()) + " and task 1 is not complete";
      case ONE_CLUSTER -> "two subtasks of one task went to " + wording.core(move.core());
    };
  }

  private String runs(Move move, long[] before, long[] after) {
    CoreFields fields = layout.cores[move.core()];
    String core = wording.core(move.core());
    if (move.kind() != Move.Kind.CORE) {
      int all = (2 << fields.dispatched.get(after)) - 2;
      int never = all & ~fields.kernelStarted.get(after);
      return core + " is closed and never ran dispatch " + Portrait.bits(never);
    }
    int handling = fields.handling.get(before);
    int slot = CoreProgram.pointer(parts.codes().program(fields, before));
    int payload =
        move.argument() == 1
            ? fields.payloadCopy[slot].get(before) - 1
            : fields.payload[slot].get(before);
    if (payload != handling) {
      return core
          + " runs dispatch "
          + handling
          + " with the payload of "
          + Wording.dispatch(payload);
    }
    return fields.kernelStarted.has(before, handling)
        ? core + " runs dispatch " + handling + " again"
        : core + " runs dispatch " + handling + " before an earlier one";
  }

  private String completes(Move move, long[] before, long[] after) {
    CoreFields fields = layout.cores[move.core()];
    int completed = fields.completed.get(after) & ~fields.completed.get(before);
    int early = completed & ~fields.output.get(before);
    return early == 0
        ? "a dispatch of " + wording.core(move.core()) + " is completed a second time"
        : "dispatch "
            + Portrait.bits(early)
            + " of "
            + wording.core(move.core())
            + " is completed and its output is not visible";
  }

  private String inUse(Move move, long[] before) {
    CoreFields fields = layout.cores[move.core()];
    int inUse = fields.published.get(before) & ~fields.kernelEnded.get(before);
    return "dispatch " + Portrait.bits(inUse);
  }
}
