package io.ackfin.handshake;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DispatchId;
import java.util.function.UnaryOperator;

/**
 * The parts of a variant before they are compiled into {@link Tables}; edits work on these.
 *
 * @param core the core's program
 * @param coreEntry where a core begins
 * @param scheduler the scheduler's programs
 * @param schedulerEntry where the start-up of a core begins; {@link SchedulerRow#HOME} for none
 * @param completion the completion table
 * @param ids the dispatch-id counter
 */
record TableRows(
    Program<CoreRow, CoreOperation> core,
    CoreRow coreEntry,
    Program<SchedulerRow, SchedulerOperation> scheduler,
    SchedulerRow schedulerEntry,
    Completion completion,
    DispatchId ids) {

  TableRows editCore(UnaryOperator<Program<CoreRow, CoreOperation>> edit) {
    return new TableRows(edit.apply(core), coreEntry, scheduler, schedulerEntry, completion, ids);
  }

  TableRows editScheduler(UnaryOperator<Program<SchedulerRow, SchedulerOperation>> edit) {
    return new TableRows(core, coreEntry, edit.apply(scheduler), schedulerEntry, completion, ids);
  }

  TableRows enteringAt(CoreRow newCoreEntry, SchedulerRow newSchedulerEntry) {
    return new TableRows(core, newCoreEntry, scheduler, newSchedulerEntry, completion, ids);
  }

  TableRows editCompletion(UnaryOperator<Completion> edit) {
    return new TableRows(core, coreEntry, scheduler, schedulerEntry, edit.apply(completion), ids);
  }

  TableRows withoutCase(CompletionCase removed) {
    return editCompletion(table -> table.without(removed));
  }

  TableRows counting(DispatchId counter) {
    return new TableRows(core, coreEntry, scheduler, schedulerEntry, completion, counter);
  }
}
