package io.ackfin.verify;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.Subslot;

/**
 * A thread's walk through one row of a program on one core, and what the row means for everything
 * that the program does not know: tasks, records, invariants.
 */
final class ThreadWalk {
  private static final long LOWER = 0xFFFFFFFFL;

  private final HandshakeParts parts;
  private final Tables tables;
  private final Layout layout;
  private final Codes codes;
  private final Memory memory;
  private final Steps steps;
  private final Tasks tasks;

  ThreadWalk(HandshakeParts parts, Memory memory, Steps steps, Tasks tasks) {
    this.parts = parts;
    tables = parts.tables();
    layout = parts.layout();
    codes = parts.codes();
    this.memory = memory;
    this.steps = steps;
    this.tasks = tasks;
  }

  /** The program that a thread is in, and the core's book. */
  long program(long[] situation, int thread) {
    ThreadFields fields = layout.threads[thread];
    return SchedulerProgram.at(
        parts.book(situation, fields.core.get(situation)), fields.row.get(situation));
  }

  /** What a thread reads from a core's registers and flags when it loads. */
  long load(long[] now, int core, SchedulerOperation operation) {
    CoreFields fields = layout.cores[core];
    return switch (operation.location()) {
      case COND -> codes.condWord(fields.cond.get(now)) & LOWER;
      case CORE_REPORT -> fields.reported.get(now);
      case AICORE_DONE -> fields.done.get(now);
      default -> throw new IllegalStateException(operation + ": no thread loads that");
    };
  }

  /**
   * Takes one row, in a step that was begun.
   *
   * @param begun the program's state, joined with the core's book
   * @param ends added to what a load sees: {@link Access#WAIT_ENDS} or 0
   * @return the state after it, at the next row that is not local; {@code begun} if it waits
   */
  long walk(Draft draft, int thread, int core, long begun, long ends) {
    SchedulerOperation operation = SchedulerProgram.operation(tables, begun);
    long seen = 0;
    if (operation.kind() == AccessKind.LOAD) {
      seen = load(draft.now, core, operation) | ends;
    } else if (operation.kind() == AccessKind.STORE) {
      store(draft, thread, core, begun, operation);
    }
    long next = SchedulerProgram.after(tables, begun, seen);
    if (next == begun) {
      draft.note(operation == SchedulerOperation.AWAIT_RUNNING ? Noted.GUARD_WAIT : 0);
      return begun;
    }
    while (SchedulerProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = SchedulerProgram.after(tables, next, 0);
    }
    CoreFields fields = layout.cores[core];
    fields.book.set(draft.now, BookBits.flags(SchedulerProgram.book(next)));
    means(draft, thread, core, begun, next, (int) seen);
    steps.checkIdle(core);
    return next;
  }

  /**
   * Takes the one row of a program that anyone may walk on a core, whoever owns it: it has no book.
   *
   * @param code what the store puts into its cell
   */
  void walkWithoutBook(Draft draft, int writer, int core, long begun, int code) {
    Cell cell = Cell.storedBy(SchedulerProgram.access(tables, begun));
    memory.store(draft, writer, core, cell, code);
    long next = SchedulerProgram.after(tables, begun, 0);
    while (SchedulerProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = SchedulerProgram.after(tables, next, 0);
    }
    if (!SchedulerProgram.home(next)) {
      throw new IllegalStateException("a program without a book has more than one step");
    }
  }

  /** Whether a row cannot be taken now: a barrier, or a store that finds no room. */
  boolean blocked(long[] situation, int writer, long begun) {
    SchedulerOperation operation = SchedulerProgram.operation(tables, begun);
    return switch (operation.kind()) {
      case BARRIER -> !memory.passesBarrier(situation, writer);
      case STORE -> !memory.hasRoom(situation, writer);
      case LOAD, LOCAL, HOME, HALT -> false;
    };
  }

  private void store(Draft draft, int thread, int core, long begun, SchedulerOperation operation) {
    long access = SchedulerProgram.access(tables, begun);
    int code =
        switch (operation) {
          case BUILD_PAYLOAD -> nextOrdinal(draft.now, thread, core);
          case STORE_ID -> Codes.dmb(nextOrdinal(draft.now, thread, core));
          case STORE_IDLE -> Codes.DMB_IDLE;
          case STORE_EXIT -> Codes.DMB_EXIT;
          default -> Access.value(access);
        };
    memory.store(draft, thread, core, Cell.storedBy(access), code);
  }

  /**
   * The ordinal of the subtask that a thread dispatches. Only tables that dispatch what nobody
   * asked for have no task, or no ordinal left for it.
   */
  private int nextOrdinal(long[] now, int thread, int core) {
    int ordinal = layout.cores[core].dispatched.get(now) + 1;
    int most = parts.features().ordinals();
    if (ordinal > most || !layout.threads[thread].task.isSet(now)) {
      throw new IllegalStateException(
          "dispatch "
              + ordinal
              + " of core "
              + core
              + " (expected: of a task, at most "
              + most
              + ")");
    }
    tasks.names(now, thread, core, ordinal);
    return ordinal;
  }

  private void means(Draft draft, int thread, int core, long before, long after, int seen) {
    Effect effect = SchedulerProgram.effect(after);
    CoreFields fields = layout.cores[core];
    long book = SchedulerProgram.book(before);
    switch (effect) {
      case STARTED -> fields.started.set(draft.now, 1);
      case DISPATCHED -> dispatched(draft, thread, core, book);
      case POLLED -> polled(draft, thread, core, before, after, seen);
      case ABORTED -> {
        draft.note(Noted.ABORT);
        tasks.givenUp(draft.now, thread);
      }
      case CLOSED, EXPIRED -> {
        fields.closed.set(draft.now, 1);
        int all = (2 << fields.dispatched.get(draft.now)) - 2;
        draft.breaksIf(
            !layout.stopping.isSet(draft.now) && fields.kernelStarted.get(draft.now) != all,
            Invariant.RUNS_ONCE);
      }
      case NONE, MAY_FILL, MAY_NOT_FILL, RUNG -> {}
    }
  }

  private void dispatched(Draft draft, int thread, int core, long book) {
    CoreFields fields = layout.cores[core];
    int ordinal = fields.dispatched.get(draft.now) + 1;
    fields.dispatched.set(draft.now, ordinal);
    fields.record[Book.freeRecord(book)].set(draft.now, ordinal);
    if (Book.slot(book) == 1) {
      fields.inSlotOne.add(draft.now, ordinal);
    }
    ThreadFields threadFields = layout.threads[thread];
    Subslot subslot = Subslot.of(threadFields.subslot.get(draft.now));
    draft.breaksIf(
        tasks.sharesCore(threadFields.place.get(draft.now), subslot), Invariant.ONE_CLUSTER);
    if (threadFields.gating.isSet(draft.now) && !layout.stopping.isSet(draft.now)) {
      threadFields.owesRecheck.set(draft.now, 1);
    }
    tasks.dispatched(draft.now, thread);
  }

  private void polled(Draft draft, int thread, int core, long before, long after, int seen) {
    CoreFields fields = layout.cores[core];
    int action = SchedulerProgram.action(after);
    int input = SchedulerProgram.completionInput(tables, SchedulerProgram.book(before), seen);
    draft.note(Noted.POLLED | input | Completion.caseOf(action).ordinal() << Noted.CASE_SHIFT);
    int running = Book.runningRecord(before);
    if ((action & Completion.COMPLETE_RUNNING) != 0) {
      complete(draft, thread, fields, fields.record[running].get(draft.now));
    }
    if ((action & Completion.COMPLETE_PENDING) != 0) {
      complete(draft, thread, fields, fields.record[1 - running].get(draft.now));
    }
    clearRecords(fields, draft.now, SchedulerProgram.book(after));
  }

  /** Records of what is no longer in flight are asked for no more. */
  private static void clearRecords(CoreFields fields, long[] now, long book) {
    int running = Book.runningRecord(book);
    if (!Book.pending(book)) {
      fields.record[1 - running].set(now, 0);
    }
    if (!Book.busy(book)) {
      fields.record[running].set(now, 0);
    }
  }

  private void complete(Draft draft, int thread, CoreFields fields, int ordinal) {
    boolean tooOften = fields.completed.has(draft.now, ordinal);
    boolean tooEarly = !fields.output.has(draft.now, ordinal);
    draft.breaksIf(tooOften || tooEarly, Invariant.COMPLETES_ONCE);
    fields.completed.add(draft.now, ordinal);
    if (steps.gate().completes(fields, draft.now, ordinal) && !layout.stopping.isSet(draft.now)) {
      layout.threads[thread].owesRing.set(draft.now, 1);
    }
  }
}
