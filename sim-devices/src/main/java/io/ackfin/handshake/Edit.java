package io.ackfin.handshake;

import static io.ackfin.handshake.Row.row;

import io.ackfin.handshake.Completion.Match;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DispatchId;

/**
 * A named change of a variant's rows. Switching a protection off, choosing a start-up, adding a
 * rule or building in a fault is an edit; no program has a condition for it. An edit that finds
 * nothing to change in a variant leaves it as it is; {@link Consequence} then says why that is
 * harmless.
 */
final class Edit {
  private Edit() {}

  /** The rows of a variant with one protection off. */
  static TableRows switchOff(Protection protection, Variant variant, TableRows rows) {
    return switch (protection) {
      case ACK_GUARD -> withoutGuard(variant, rows);
      case SLOT_FLIP -> alwaysSlotZero(variant, rows);
      case FIN_SKIP -> rows.editCore(VariantRows::alwaysFin);
      case CASE_A -> rows.withoutCase(CompletionCase.A);
      case CASE_B -> rows.withoutCase(CompletionCase.B);
      case CASE_C -> rows.withoutCase(CompletionCase.C);
      case CASE_D -> rows.withoutCase(CompletionCase.D);
      case PAYLOAD_BEFORE_ACK -> ackFirst(rows);
      case STORE_ORDER -> rows.editScheduler(s -> s.bypassing(SchedulerRow.FENCE_BEFORE));
      case CACHE_INVALIDATE -> invalidating(rows, null);
      case CACHE_INVALIDATE_HANK -> invalidating(rows, CoreOperation.INVALIDATE_PAYLOAD);
      case CACHE_INVALIDATE_PAYLOAD -> invalidating(rows, CoreOperation.INVALIDATE_HANK);
    };
  }

  /** The rows with one addition on. */
  static TableRows switchOn(Addition addition, TableRows rows) {
    return switch (addition) {
      case GUARD_ABORT ->
          rows.scheduler().has(SchedulerRow.GUARD)
              ? rows.editScheduler(
                  s ->
                      s.with(
                          row(
                              SchedulerRow.GUARD,
                              SchedulerOperation.AWAIT_RUNNING,
                              s.at(SchedulerRow.GUARD).next(),
                              SchedulerRow.ABORT)))
              : rows;
    };
  }

  /**
   * The rows with early staging: the core looks at the gate and waits for the bell after it learned
   * the payload's address and before it says ACK; where FIN of the running dispatch is otherwise
   * left to what comes behind it, it counts at once if that is gated.
   */
  static TableRows stagingEarly(Variant variant, TableRows rows) {
    TableRows gated =
        rows.editCore(
                c ->
                    c.with(row(CoreRow.BELL, CoreOperation.AWAIT_BELL, CoreRow.ACK, CoreRow.EXIT))
                        .with(row(CoreRow.GATE, CoreOperation.READ_GATE, CoreRow.BELL, CoreRow.ACK))
                        .with(
                            row(CoreRow.POINTER, c.at(CoreRow.POINTER).operation(), CoreRow.GATE)))
            .editScheduler(
                s ->
                    s.with(
                        row(SchedulerRow.RING, SchedulerOperation.STORE_BELL, SchedulerRow.HOME)));
    return switch (variant) {
      case SINGLE_SLOT, DUAL_SLOT -> gated;
      case DUAL_SLOT_PARITY ->
          gated.editCompletion(
              table -> table.withGated(Match.RUNNING, true, VariantRows.finWithAnotherBehind()));
    };
  }

  /** The rows with one fault built in; it wins over a protection that is off at the same place. */
  static TableRows buildIn(Fault fault, Variant variant, TableRows rows) {
    return switch (fault) {
      case CASE_D_AS_C -> finWithPending(variant, rows, VariantRows.finOfTheOnlyOne());
      case CASE_D_NO_PROMOTE -> finWithPending(variant, rows, onlyCompleting(CompletionCase.D));
      case COMPLETE_TWICE ->
          rows.editCompletion(
              t -> t.with(false, Match.RUNNING, true, onlyCompleting(CompletionCase.C)));
      case NARROW_RESERVED_IDS -> rows.counting(narrow(rows.ids()));
      case LEAVE_WITHOUT_EXIT ->
          rows.editScheduler(
              s ->
                  s.with(row(SchedulerRow.EXIT, SchedulerOperation.SAY_CLOSED, SchedulerRow.HOME)));
      case OUTPUT_UNPUBLISHED -> rows.editCore(c -> c.bypassing(CoreRow.OUTPUT));
    };
  }

  /**
   * Another action at FIN of the running dispatch with one pending, gated or not; also where the
   * variant leaves it to the pending one. A single slot never has one pending.
   */
  private static TableRows finWithPending(Variant variant, TableRows rows, int action) {
    return switch (variant) {
      case SINGLE_SLOT -> rows;
      case DUAL_SLOT, DUAL_SLOT_PARITY ->
          rows.editCompletion(t -> t.with(true, Match.RUNNING, true, action));
    };
  }

  private static int onlyCompleting(CompletionCase label) {
    return Completion.action(label, Completion.COMPLETE_RUNNING);
  }

  private static DispatchId narrow(DispatchId ids) {
    return DispatchId.NARROW.modulo(ids.modulus()).startingAt(ids.start());
  }

  /** The rows with another start-up than the long handshake. */
  static TableRows startingBy(Startup startup, TableRows rows) {
    return switch (startup) {
      case HANDSHAKE -> rows;
      case REPORT_FIRST -> reportFirst(rows);
      case NONE -> rows.enteringAt(CoreRow.POLL, SchedulerRow.HOME);
    };
  }

  private static TableRows withoutGuard(Variant variant, TableRows rows) {
    return switch (variant) {
      case SINGLE_SLOT -> rows;
      case DUAL_SLOT -> rows.editScheduler(s -> s.bypassing(SchedulerRow.GUARD));
      case DUAL_SLOT_PARITY -> rows.editScheduler(s -> s.bypassing(SchedulerRow.CLOSE));
    };
  }

  private static TableRows alwaysSlotZero(Variant variant, TableRows rows) {
    return switch (variant) {
      case SINGLE_SLOT -> rows;
      case DUAL_SLOT -> rows.editScheduler(s -> s.bypassing(SchedulerRow.NEXT_SLOT));
      case DUAL_SLOT_PARITY ->
          rows.editScheduler(s -> s.bypassing(SchedulerRow.NEXT_SLOT))
              .editCore(c -> c.doing(CoreRow.POINTER, CoreOperation.KEEP_POINTER));
    };
  }

  /**
   * The two operations change places; the rows lead on as before. A gate needs the address before
   * the ACK, so that with early staging the address is learned twice, and the kernel runs with what
   * was learned last.
   */
  private static TableRows ackFirst(TableRows rows) {
    CoreOperation pointer = rows.core().at(CoreRow.POINTER).operation();
    if (rows.core().has(CoreRow.GATE)) {
      CoreRow onward = rows.core().at(CoreRow.ACK).next();
      return rows.editCore(
          c ->
              c.with(row(CoreRow.LATE_POINTER, pointer, onward))
                  .with(row(CoreRow.ACK, CoreOperation.WRITE_ACK, CoreRow.LATE_POINTER)));
    }
    return rows.editCore(
        c -> c.doing(CoreRow.POINTER, CoreOperation.WRITE_ACK).doing(CoreRow.ACK, pointer));
  }

  private static TableRows invalidating(TableRows rows, CoreOperation operation) {
    if (!rows.core().has(CoreRow.INVALIDATE)) {
      return rows;
    }
    return rows.editCore(
        c ->
            operation == null
                    || c.at(CoreRow.INVALIDATE).operation() != CoreOperation.INVALIDATE_ALL
                ? c.bypassing(CoreRow.INVALIDATE)
                : c.doing(CoreRow.INVALIDATE, operation));
  }

  private static TableRows reportFirst(TableRows rows) {
    boolean early = rows.core().has(CoreRow.EARLY_POINTER);
    CoreRow afterWindow = early ? CoreRow.EARLY_POINTER : CoreRow.IDLE_WRITTEN;
    TableRows edited =
        rows.editCore(
                c ->
                    c.with(row(CoreRow.WINDOW_OPEN, CoreOperation.AWAIT_DMB_OPEN, afterWindow))
                        .with(row(CoreRow.IDLE_WRITTEN, CoreOperation.WRITE_IDLE, CoreRow.POLL)))
            .editScheduler(
                s ->
                    s.with(toward(SchedulerRow.START_REPORT, s, SchedulerRow.START_POINTER))
                        .with(
                            toward(SchedulerRow.START_POINTER_FENCE, s, SchedulerRow.START_WINDOW))
                        .with(toward(SchedulerRow.START_IDLE, s, SchedulerRow.STARTED)));
    if (early) {
      edited =
          edited.editCore(
              c ->
                  c.with(
                      row(
                          CoreRow.EARLY_POINTER,
                          CoreOperation.READ_POINTER,
                          CoreRow.IDLE_WRITTEN)));
    }
    return edited.enteringAt(CoreRow.REPORTED, SchedulerRow.START_REPORT);
  }

  private static Row<SchedulerRow, SchedulerOperation> toward(
      SchedulerRow place, Program<SchedulerRow, SchedulerOperation> s, SchedulerRow next) {
    return row(place, s.at(place).operation(), next);
  }
}
