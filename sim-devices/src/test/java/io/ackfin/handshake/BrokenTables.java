package io.ackfin.handshake;

import static io.ackfin.handshake.Row.row;

import io.ackfin.handshake.Completion.Match;
import io.ackfin.protocol.CompletionCase;
import java.util.function.UnaryOperator;

/** Tables with mistakes that no protocol can be asked for; all of dual-slot, without start-up. */
public final class BrokenTables {
  private BrokenTables() {}

  /** ACK of the pending dispatch completes the running one but does not promote the other. */
  public static Tables caseBWithoutPromotion() {
    int completes = Completion.action(CompletionCase.B, Completion.COMPLETE_RUNNING);
    return edited(rows -> rows.editCompletion(t -> t.with(true, Match.PENDING, false, completes)));
  }

  /** FIN of the running dispatch with another pending idles the core, as case C does. */
  public static Tables caseDTakenForC() {
    int idles = Completion.action(CompletionCase.C, Completion.COMPLETE_RUNNING | Completion.IDLE);
    return edited(rows -> rows.editCompletion(t -> t.with(true, Match.RUNNING, true, idles)));
  }

  /** The owner closes a core but is not told so, and writes exit again. */
  public static Tables neverClosing() {
    return edited(rows -> rows.editScheduler(s -> s.bypassing(SchedulerRow.CLOSED)));
  }

  /** A look says nothing and turns the slot over, so that looking changes the book each time. */
  public static Tables restlessLook() {
    return edited(
        rows ->
            rows.editScheduler(
                s ->
                    s.with(
                        row(
                            SchedulerRow.LOOK,
                            SchedulerOperation.LOOK_AT_COND,
                            SchedulerRow.NEXT_SLOT))));
  }

  private static Tables edited(UnaryOperator<TableRows> edit) {
    return new Tables(edit.apply(Edit.startingBy(Startup.NONE, VariantRows.of(Variant.DUAL_SLOT))));
  }
}
