package io.ackfin.crosscheck.judge;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;

/** What the model's owner of one core would believe, moved along with a recorded run. */
final class ModelBook {
  private static final long WORD = 0xFFFFFFFFL;

  private final Tables tables;
  private long book;
  private int action;

  ModelBook(Tables tables) {
    this.tables = tables;
    book = Book.initial(tables);
  }

  /** The running id, or {@link RunView#NONE}. */
  int running() {
    return Book.busy(book) ? Book.runningId(tables.ids(), book) : RunView.NONE;
  }

  /** The pending id, or {@link RunView#NONE}. */
  int pending() {
    return Book.pending(book) ? Book.pendingId(tables.ids(), book) : RunView.NONE;
  }

  /** Whether something may be dispatched. */
  boolean hasRoom() {
    return Book.room(book) != Room.NONE;
  }

  /** The next id is dispatched; where there is no room for it nothing changes. */
  void dispatch() {
    if (Book.pending(book)) {
      return;
    }
    long state = SchedulerProgram.beginDispatch(book);
    while (!SchedulerProgram.home(state)) {
      boolean guard = SchedulerProgram.operation(tables, state) == SchedulerOperation.AWAIT_RUNNING;
      state = SchedulerProgram.after(tables, state, guard ? CondWord.ack(running()) : 0);
    }
    book = SchedulerProgram.book(state);
  }

  /** A poll sees a word; the case that the rules take it for. */
  CompletionCase poll(int cond) {
    long state = SchedulerProgram.after(tables, SchedulerProgram.beginPoll(book), cond & WORD);
    action = SchedulerProgram.action(state);
    book = SchedulerProgram.book(state);
    return Completion.caseOf(action);
  }

  /** Whether the last poll completed the running subtask. */
  boolean completesRunning() {
    return (action & Completion.COMPLETE_RUNNING) != 0;
  }

  /** Whether the last poll completed the pending subtask. */
  boolean completesPending() {
    return (action & Completion.COMPLETE_PENDING) != 0;
  }

  /** Believes what a run is known to believe. An idle book is its next id and nothing else. */
  void become(int running, int pending, int nextId) {
    book = running == RunView.NONE ? nextId : running;
    if (running != RunView.NONE) {
      dispatch();
    }
    if (pending != RunView.NONE) {
      dispatch();
    }
  }
}
