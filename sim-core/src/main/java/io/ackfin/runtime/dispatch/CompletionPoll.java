package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.RecordKind;

/**
 * Reads COND of busy cores and does what the case found says: completes subtasks, promotes pending
 * dispatches, collects the tasks that became complete. One scheduler's thread.
 */
final class CompletionPoll {
  private static final int LOG_FIELDS = 4;

  private final RunContext run;
  private final RegisterPort port;
  private final CompletionRules rules;
  private final long[] cases = new long[CompletionCase.COUNT];
  private final LongLog log;
  private final int[] completed;
  private int completedTasks;

  CompletionPoll(RunContext run, RegisterPort port) {
    this.run = run;
    this.port = port;
    int subtasks = run.board().graph().subtasks();
    log = LongLog.ofShare(LOG_FIELDS, subtasks, run.spec().schedulersAtStart());
    rules = new CompletionRules(run.spec().variant(), run.faults());
    // One poll of every core completes two tasks of each at most, or one twice by a fault.
    completed = new int[2 * run.spec().chip().cores()];
  }

  /** How often a case was found. */
  long cases(CompletionCase found) {
    return cases[found.ordinal()];
  }

  /** What was completed; {@link DispatchResult} knows the fields. */
  LongLog log() {
    return log;
  }

  /** How many tasks the polls since the last {@link #forget} completed. */
  int completedTasks() {
    return completedTasks;
  }

  int completedTask(int position) {
    return completed[position];
  }

  /** The completed tasks were dealt with. */
  void forget() {
    completedTasks = 0;
  }

  /** Polls all cores of a list, the last first, and takes out those that became idle. */
  int poll(RunningCores cores) {
    int moved = 0;
    for (int i = cores.size() - 1; i >= 0; i--) {
      CoreBook book = run.books().get(cores.get(i));
      if (poll(book) != CompletionCase.NONE) {
        moved++;
        if (book.running.isEmpty()) {
          cores.removeAt(i);
        }
      }
    }
    return moved;
  }

  private CompletionCase poll(CoreBook book) {
    int running = book.running.id;
    int pending = book.pending.id;
    int cond = port.pollCondAcquire(book.core);
    CompletionCase found = rules.judge(running, pending, cond);
    port.decided(book.core, cond, found, running, pending);
    if (book.closed && cond == CondWord.ack(book.lastId)) {
      book.closed = false;
    }
    if (found != CompletionCase.NONE) {
      cases[found.ordinal()]++;
      apply(found, book, run.now());
    }
    return found;
  }

  private void apply(CompletionCase found, CoreBook book, long now) {
    switch (found) {
      case A -> {
        boolean reversed = run.has(Fault.PENDING_BEFORE_RUNNING);
        complete(found, book, reversed ? book.pending : book.running, now);
        complete(found, book, reversed ? book.running : book.pending, now);
        becomeIdle(book);
      }
      case B, D -> {
        if (!run.has(Fault.PROMOTE_WITHOUT_COMPLETING)) {
          complete(found, book, book.running, now);
        }
        if (run.has(Fault.FORGET_SUBSLOT)) {
          book.pending.subslotBit = book.running.subslotBit;
        }
        book.promote();
      }
      case C -> {
        complete(found, book, book.running, now);
        if (run.has(Fault.COMPLETE_TWICE)) {
          complete(found, book, book.running, now);
        }
        becomeIdle(book);
      }
      case NONE -> throw new AssertionError(book.core);
    }
  }

  private static void becomeIdle(CoreBook book) {
    book.running.clear();
    book.pending.clear();
    book.closed = false;
  }

  private void complete(CompletionCase found, CoreBook book, InFlight done, long now) {
    int task = run.board().graph().task(done.subtask);
    int kernel = run.has(Fault.KERNEL_ID_FROM_PENDING) ? book.pending.kernelId : done.kernelId;
    log.append();
    log.set(0, ((long) done.subtask << Integer.SIZE) | done.id);
    log.set(1, ((long) kernel << Integer.SIZE) | ((long) book.core << Byte.SIZE) | found.ordinal());
    log.set(2, done.dispatchNs);
    log.set(3, now);
    port.event(RecordKind.COMPLETE, found.ordinal(), book.core, done.subtask, done.id);
    port.event(RecordKind.CARRIED, done.subslotBit, book.core, kernel, done.dispatchNs);
    if (run.board().subtaskDone(task, done.subslotBit)) {
      completed[completedTasks++] = task;
      port.event(RecordKind.TASK_COMPLETE, 0, book.core, task, 0);
    }
  }
}
