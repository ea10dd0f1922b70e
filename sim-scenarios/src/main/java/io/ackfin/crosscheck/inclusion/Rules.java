package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;

/** What a recording is held against: the tables, and what their readers add to them. */
record Rules(Tables tables, PendingDispatch paths, Ending ending) {
  /** Whether cores have to be started. */
  boolean hasStartup() {
    return !SchedulerProgram.home(SchedulerProgram.beginStartup(tables, Book.initial(tables)));
  }

  /** Whether dispatches may be gated, and bells be rung. */
  boolean hasBell() {
    long begun = SchedulerProgram.beginRing(0);
    return SchedulerProgram.operation(tables, begun) == SchedulerOperation.STORE_BELL;
  }

  boolean mayLook() {
    return paths != PendingDispatch.SPIN;
  }

  boolean everyPendingNeedsLook() {
    return paths == PendingDispatch.SKIP;
  }

  /** Whether the recording says nothing of how the run ended. */
  boolean cutOff() {
    return ending == Ending.CUT_OFF;
  }

  /** Whether everything was done before anybody was told to leave. */
  boolean finished() {
    return ending == Ending.FINISHED;
  }
}
