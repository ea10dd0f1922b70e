package io.ackfin.handshake;

import io.ackfin.handshake.NaiveExplorer.Stop;
import io.ackfin.handshake.Situation.Cell;
import io.ackfin.handshake.Situation.Mark;
import io.ackfin.handshake.Situation.Store;
import io.ackfin.handshake.Situation.Word;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Invariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One step of the naive explorer in the making: begins as a copy of a situation, takes exactly one
 * of {@link #core}, {@link #thread}, {@link #arrive} and {@link #stop}, and then knows the
 * situation after it, what it broke and which noteworthy things it did.
 */
final class Turn {
  private final Tables tables;
  private final MemoryMode mode;
  private final Map<Cell, Word> memory;
  private final Map<Cell, Word> cached;
  private final List<Store> posted;
  private final List<Integer> records;
  private final Map<Mark, Integer> marks;
  private long core;
  private long thread;
  private boolean stopping;
  private boolean closed;
  private int dispatched;
  private int handling;

  private final Set<Invariant> broken = EnumSet.noneOf(Invariant.class);
  private final Set<String> reached = new TreeSet<>();
  private String line;

  Turn(Tables tables, MemoryMode mode, Situation before) {
    this.tables = tables;
    this.mode = mode;
    memory = new EnumMap<>(before.memory());
    cached = new EnumMap<>(before.cached());
    posted = new ArrayList<>(before.posted());
    records = new ArrayList<>(before.records());
    marks = new EnumMap<>(before.marks());
    core = before.core();
    thread = before.thread();
    stopping = before.stopping();
    closed = before.closed();
    dispatched = before.dispatched();
    handling = before.handling();
  }

  /** The core does its next step; {@code word} is what it reads or writes, if it does. */
  Turn core(Word word) {
    CoreOperation operation = CoreProgram.operation(tables, core);
    long access = CoreProgram.access(tables, core);
    switch (operation.kind()) {
      case LOAD -> {
        if (Cell.of(access).line() != 0) {
          cached.put(Cell.of(access), word);
        }
      }
      case STORE -> memory.put(Cell.of(access), word);
      case BARRIER -> coreInvalidates(access);
      default -> throw new IllegalStateException(operation + " is no step");
    }
    long next = CoreProgram.after(tables, core, word.value());
    while (CoreProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = CoreProgram.after(tables, next, 0);
    }
    coreDid(operation, word, next);
    line = row("core", operation.name(), word.in(access));
    core = next;
    return finished();
  }

  private void coreInvalidates(long access) {
    if (Access.location(access) == Location.CACHE) {
      int lines = Access.value(access);
      cached.keySet().removeIf(cell -> (lines & cell.line()) != 0);
    }
  }

  private void coreDid(CoreOperation operation, Word seen, long next) {
    switch (operation) {
      case READ_DMB -> {
        if (next != core && seen.value() != DmbWord.EXIT) {
          handling = seen.task();
        }
      }
      case START_KERNEL -> {
        int allBefore = (1 << handling) - 2;
        breaksIf(marks.get(Mark.STARTED) != allBefore, Invariant.RUNS_ONCE);
        breaksIf(seen.task() != handling, Invariant.RUNS_ONCE);
        mark(Mark.STARTED, handling);
      }
      case END_KERNEL -> mark(Mark.ENDED, handling);
      case PUBLISH_OUTPUT -> mark(Mark.OUTPUT, handling);
      case LOOK_BEHIND -> {
        if (CoreProgram.operation(tables, next) == CoreOperation.READ_DMB) {
          reached.add("finSkip");
        }
      }
      default -> {}
    }
  }

  /** The thread does the next step of the program that {@code begun} is in. */
  Turn thread(long begun) {
    SchedulerOperation operation = SchedulerProgram.operation(tables, begun);
    long access = SchedulerProgram.access(tables, begun);
    Word word = threadAccesses(operation, access);
    boolean ends = stopping && operation == SchedulerOperation.AWAIT_RUNNING;
    long seen = (word.value() & 0xFFFFFFFFL) | (ends ? Access.WAIT_ENDS : 0);
    long next = SchedulerProgram.after(tables, begun, seen);
    if (next == begun && operation == SchedulerOperation.AWAIT_RUNNING) {
      reached.add("guardWait");
    }
    while (SchedulerProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = SchedulerProgram.after(tables, next, 0);
    }
    Effect effect = SchedulerProgram.effect(next);
    threadDid(effect, begun, next);
    line = row("thread", operation.name(), word.in(access));
    boolean done = SchedulerProgram.home(next) && effect != Effect.MAY_FILL;
    thread = done ? SchedulerProgram.book(next) : next;
    return finished();
  }

  private Word threadAccesses(SchedulerOperation operation, long access) {
    return switch (operation) {
      case BUILD_PAYLOAD, STORE_ID -> post(access, dispatched + 1);
      default ->
          switch (operation.kind()) {
            case LOAD -> memory.get(Cell.of(access));
            case STORE -> post(access, 0);
            default -> Word.ZERO;
          };
    };
  }

  private Word post(long access, int task) {
    Store store = new Store(Cell.of(access), new Word(Access.value(access), task));
    if (mode == MemoryMode.IN_ORDER) {
      becomesVisible(store);
    } else {
      posted.add(store);
    }
    return store.word();
  }

  private void threadDid(Effect effect, long before, long after) {
    long book = SchedulerProgram.book(before);
    switch (effect) {
      case DISPATCHED -> {
        dispatched++;
        records.set(Book.freeRecord(book), dispatched);
        if (Book.slot(book) == 1) {
          mark(Mark.IN_SLOT_ONE, dispatched);
        }
      }
      case POLLED -> {
        int action = SchedulerProgram.action(after);
        int running = Book.runningRecord(book);
        if ((action & Completion.COMPLETE_RUNNING) != 0) {
          complete(records.get(running));
        }
        if ((action & Completion.COMPLETE_PENDING) != 0) {
          complete(records.get(1 - running));
        }
        if (Completion.caseOf(action) != CompletionCase.NONE) {
          reached.add(Completion.caseOf(action).name());
        }
      }
      case ABORTED -> reached.add("abort");
      case CLOSED -> {
        closed = true;
        int all = (2 << dispatched) - 2;
        breaksIf(!stopping && marks.get(Mark.STARTED) != all, Invariant.RUNS_ONCE);
      }
      default -> {}
    }
  }

  private void complete(int task) {
    breaksIf(has(Mark.COMPLETED, task) || !has(Mark.OUTPUT, task), Invariant.COMPLETES_ONCE);
    mark(Mark.COMPLETED, task);
  }

  /** A posted store becomes visible. */
  Turn arrive(int position) {
    Store store = posted.remove(position);
    becomesVisible(store);
    line = row("memory", "becomes visible", store.cell() + " := " + store.word().in(store.cell()));
    return finished();
  }

  /** The run is being stopped, by the thread's own will or by another's exit in DMB. */
  Turn stop(Stop stop) {
    stopping = true;
    if (stop == Stop.BY_ANOTHER) {
      memory.put(Cell.DMB, new Word(DmbWord.EXIT, 0));
    }
    line = row("stop", stop.name(), "");
    return finished();
  }

  /** A payload slot is written when the store reaches memory: only then can a core tell. */
  private void becomesVisible(Store store) {
    Cell cell = store.cell();
    memory.put(cell, store.word());
    if (cell == Cell.DMB && store.word().task() != 0) {
      mark(Mark.PUBLISHED, store.word().task());
    }
    if (cell.isPayload()) {
      int inSlotOne = marks.get(Mark.IN_SLOT_ONE);
      int inThisSlot = cell == Cell.PAYLOAD_1 ? inSlotOne : ~inSlotOne;
      int inUse = marks.get(Mark.PUBLISHED) & ~marks.get(Mark.ENDED);
      breaksIf((inUse & inThisSlot) != 0, Invariant.SLOT_STABLE);
    }
  }

  /** The last thing that every step does. */
  private Turn finished() {
    breaksIf(!Book.busy(SchedulerProgram.book(thread)) && !coreIsIdle(), Invariant.IDLE_IS_IDLE);
    return this;
  }

  /** The core has taken up the last dispatch and is done with it, or there was none yet. */
  private boolean coreIsIdle() {
    if (handling != dispatched) {
      return false;
    }
    return switch (CoreProgram.operation(tables, core)) {
      case READ_DMB, WRITE_EXITED, STOP -> true;
      default -> dispatched == 0;
    };
  }

  private boolean has(Mark mark, int task) {
    return (marks.get(mark) & 1 << task) != 0;
  }

  private void mark(Mark mark, int task) {
    marks.merge(mark, 1 << task, (held, added) -> held | added);
  }

  private void breaksIf(boolean condition, Invariant invariant) {
    if (condition) {
      broken.add(invariant);
    }
  }

  private static String row(String who, String what, String value) {
    return String.format("%-7s %-20s %s", who, what, value).stripTrailing();
  }

  /** The situation after the step. */
  Situation situation() {
    return new Situation(
        core,
        thread,
        stopping,
        closed,
        memory,
        cached,
        posted,
        dispatched,
        handling,
        records,
        marks);
  }

  /** The invariants that the step broke. */
  Set<Invariant> broken() {
    return broken;
  }

  /** The case, or whatever else is worth knowing, that the step was. */
  Set<String> reached() {
    return reached;
  }

  /** The step as people read it: who, what, value. */
  String line() {
    return line;
  }
}
