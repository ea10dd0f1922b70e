package io.ackfin.handshake;

import static io.ackfin.handshake.Row.row;

import io.ackfin.handshake.Completion.Match;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DispatchId;
import java.util.List;

/** The tables of the three variants, every protection on, with the long start-up. */
final class VariantRows {
  private VariantRows() {}

  static TableRows of(Variant variant) {
    return switch (variant) {
      case SINGLE_SLOT -> singleSlot();
      case DUAL_SLOT -> dualSlot();
      case DUAL_SLOT_PARITY -> dualSlotParity();
    };
  }

  private static TableRows dualSlot() {
    return new TableRows(
        dualSlotCore(),
        CoreRow.CALLED,
        dualSlotScheduler(),
        SchedulerRow.START_POINTER,
        allCases(),
        DispatchId.FULL);
  }

  private static Program<CoreRow, CoreOperation> dualSlotCore() {
    return Program.of(
        CoreRow.class,
        List.of(
            row(CoreRow.CALLED, CoreOperation.AWAIT_CALL, CoreRow.REPORTED),
            row(CoreRow.REPORTED, CoreOperation.REPORT, CoreRow.WINDOW_OPEN),
            row(CoreRow.WINDOW_OPEN, CoreOperation.AWAIT_WINDOW, CoreRow.IDLE_WRITTEN),
            row(CoreRow.IDLE_WRITTEN, CoreOperation.WRITE_IDLE, CoreRow.DONE_SAID),
            row(CoreRow.DONE_SAID, CoreOperation.SAY_DONE, CoreRow.POLL),
            row(CoreRow.POLL, CoreOperation.READ_DMB, CoreRow.INVALIDATE, CoreRow.EXIT),
            row(CoreRow.INVALIDATE, CoreOperation.INVALIDATE_ALL, CoreRow.POINTER),
            row(CoreRow.POINTER, CoreOperation.READ_POINTER, CoreRow.ACK),
            row(CoreRow.ACK, CoreOperation.WRITE_ACK, CoreRow.START),
            row(CoreRow.START, CoreOperation.START_KERNEL, CoreRow.END),
            row(CoreRow.END, CoreOperation.END_KERNEL, CoreRow.OUTPUT),
            row(CoreRow.OUTPUT, CoreOperation.PUBLISH_OUTPUT, CoreRow.BEHIND),
            row(CoreRow.BEHIND, CoreOperation.LOOK_BEHIND, CoreRow.POLL, CoreRow.FIN),
            row(CoreRow.FIN, CoreOperation.WRITE_FIN, CoreRow.POLL),
            row(CoreRow.EXIT, CoreOperation.WRITE_EXITED, CoreRow.STOPPED),
            row(CoreRow.STOPPED, CoreOperation.STOP, CoreRow.STOPPED)));
  }

  private static Program<SchedulerRow, SchedulerOperation> dualSlotScheduler() {
    return Program.of(
        SchedulerRow.class,
        List.of(
            row(SchedulerRow.HOME, SchedulerOperation.HOME, SchedulerRow.HOME),
            row(
                SchedulerRow.START_POINTER,
                SchedulerOperation.STORE_FIRST_POINTER,
                SchedulerRow.START_POINTER_FENCE),
            row(
                SchedulerRow.START_POINTER_FENCE,
                SchedulerOperation.FENCE,
                SchedulerRow.START_CALL),
            row(SchedulerRow.START_CALL, SchedulerOperation.CALL, SchedulerRow.START_REPORT),
            row(
                SchedulerRow.START_REPORT,
                SchedulerOperation.AWAIT_REPORT,
                SchedulerRow.START_WINDOW),
            row(SchedulerRow.START_WINDOW, SchedulerOperation.OPEN_WINDOW, SchedulerRow.START_IDLE),
            row(
                SchedulerRow.START_IDLE,
                SchedulerOperation.STORE_IDLE,
                SchedulerRow.START_IDLE_FENCE),
            row(SchedulerRow.START_IDLE_FENCE, SchedulerOperation.FENCE, SchedulerRow.START_SAY),
            row(SchedulerRow.START_SAY, SchedulerOperation.SAY_OPEN, SchedulerRow.START_DONE),
            row(SchedulerRow.START_DONE, SchedulerOperation.AWAIT_DONE, SchedulerRow.STARTED),
            row(SchedulerRow.STARTED, SchedulerOperation.SAY_STARTED, SchedulerRow.HOME),
            row(
                SchedulerRow.BUILD,
                SchedulerOperation.BUILD_PAYLOAD,
                SchedulerRow.POINTER,
                SchedulerRow.GUARD),
            row(SchedulerRow.GUARD, SchedulerOperation.AWAIT_RUNNING, SchedulerRow.POINTER),
            row(SchedulerRow.ABORT, SchedulerOperation.GIVE_UP, SchedulerRow.HOME),
            row(SchedulerRow.POINTER, SchedulerOperation.STORE_POINTER, SchedulerRow.FENCE_BEFORE),
            row(SchedulerRow.FENCE_BEFORE, SchedulerOperation.FENCE, SchedulerRow.ID),
            row(SchedulerRow.ID, SchedulerOperation.STORE_ID, SchedulerRow.NEXT_SLOT),
            row(SchedulerRow.NEXT_SLOT, SchedulerOperation.FLIP_SLOT, SchedulerRow.FENCE_AFTER),
            row(SchedulerRow.FENCE_AFTER, SchedulerOperation.FENCE, SchedulerRow.HOME),
            row(SchedulerRow.POLL, SchedulerOperation.APPLY_COND, SchedulerRow.HOME),
            row(SchedulerRow.LOOK, SchedulerOperation.LOOK_AT_COND, SchedulerRow.HOME),
            row(SchedulerRow.EXIT, SchedulerOperation.STORE_EXIT, SchedulerRow.EXIT_ANSWER),
            row(
                SchedulerRow.EXIT_ANSWER,
                SchedulerOperation.AWAIT_EXITED,
                SchedulerRow.EXIT_IDLE,
                SchedulerRow.EXIT_EXPIRED),
            row(SchedulerRow.EXIT_EXPIRED, SchedulerOperation.SAY_EXPIRED, SchedulerRow.HOME),
            row(SchedulerRow.EXIT_IDLE, SchedulerOperation.STORE_IDLE, SchedulerRow.EXIT_WINDOW),
            row(SchedulerRow.EXIT_WINDOW, SchedulerOperation.CLOSE_WINDOW, SchedulerRow.CLOSED),
            row(SchedulerRow.CLOSED, SchedulerOperation.SAY_CLOSED, SchedulerRow.HOME),
            row(SchedulerRow.EMERGENCY, SchedulerOperation.STORE_EXIT, SchedulerRow.HOME)));
  }

  private static Completion allCases() {
    int completeBoth = Completion.COMPLETE_RUNNING | Completion.COMPLETE_PENDING;
    return Completion.none()
        .with(true, Match.PENDING, true, act(CompletionCase.A, completeBoth | Completion.IDLE))
        .with(true, Match.PENDING, false, act(CompletionCase.B, promoteNext()))
        .with(false, Match.RUNNING, true, finOfTheOnlyOne())
        .with(true, Match.RUNNING, true, finWithAnotherBehind());
  }

  static int finWithAnotherBehind() {
    return act(CompletionCase.D, promoteNext());
  }

  private static int promoteNext() {
    return Completion.COMPLETE_RUNNING | Completion.PROMOTE;
  }

  static int finOfTheOnlyOne() {
    return act(CompletionCase.C, Completion.COMPLETE_RUNNING | Completion.IDLE);
  }

  private static int act(CompletionCase label, int effects) {
    return Completion.action(label, effects);
  }

  /** FIN is always written, and FIN of the running dispatch is left to the ACK or FIN behind it. */
  private static TableRows dualSlotParity() {
    int ackOpens = act(CompletionCase.B, promoteNext() | Completion.OPEN);
    Completion completion =
        allCases()
            .without(CompletionCase.D)
            .with(true, Match.PENDING, false, ackOpens)
            .with(false, Match.RUNNING, false, act(CompletionCase.NONE, Completion.OPEN));
    TableRows dual = dualSlot();
    return new TableRows(
        alwaysFin(dual.core()).doing(CoreRow.POINTER, CoreOperation.DERIVE_POINTER),
        dual.coreEntry(),
        closing(
            dual.scheduler()
                .bypassing(SchedulerRow.GUARD)
                .bypassing(SchedulerRow.POINTER)
                .doing(SchedulerRow.NEXT_SLOT, SchedulerOperation.FOLLOW_ID)),
        dual.schedulerEntry(),
        completion,
        dual.ids());
  }

  /**
   * Every dispatch closes the pending slot and only an idle core opens it, so none is ever used.
   */
  private static TableRows singleSlot() {
    TableRows dual = dualSlot();
    Program<CoreRow, CoreOperation> core =
        alwaysFin(dual.core())
            .doing(CoreRow.POINTER, CoreOperation.KEEP_POINTER)
            .with(row(CoreRow.EARLY_POINTER, CoreOperation.READ_POINTER, CoreRow.REPORTED))
            .with(row(CoreRow.CALLED, CoreOperation.AWAIT_CALL, CoreRow.EARLY_POINTER));
    return new TableRows(
        core,
        dual.coreEntry(),
        closing(dual.scheduler().bypassing(SchedulerRow.GUARD).bypassing(SchedulerRow.POINTER))
            .bypassing(SchedulerRow.NEXT_SLOT),
        dual.schedulerEntry(),
        Completion.none().with(false, Match.RUNNING, true, finOfTheOnlyOne()),
        dual.ids());
  }

  static Program<CoreRow, CoreOperation> alwaysFin(Program<CoreRow, CoreOperation> core) {
    return core.with(row(CoreRow.OUTPUT, CoreOperation.PUBLISH_OUTPUT, CoreRow.FIN));
  }

  private static Program<SchedulerRow, SchedulerOperation> closing(
      Program<SchedulerRow, SchedulerOperation> scheduler) {
    SchedulerOperation slot = scheduler.at(SchedulerRow.NEXT_SLOT).operation();
    return scheduler
        .with(row(SchedulerRow.CLOSE, SchedulerOperation.CLOSE_PENDING, SchedulerRow.FENCE_AFTER))
        .with(row(SchedulerRow.NEXT_SLOT, slot, SchedulerRow.CLOSE));
  }
}
