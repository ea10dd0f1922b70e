package io.ackfin.verify.naive;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Move;
import io.ackfin.verify.naive.Core.Life;
import io.ackfin.verify.naive.Core.Mark;
import io.ackfin.verify.naive.Situation.Gated;
import io.ackfin.verify.naive.Walker.Dispatch;
import io.ackfin.verify.naive.Walker.Offer;

/** What a scheduler thread, or the thread that stops the run, does in one step. */
final class ThreadTurn {
  private final Turn turn;
  private final World world;
  private final Tables tables;
  private final Situation situation;
  private final Walker walker;

  ThreadTurn(Turn turn, Walker walker) {
    this.turn = turn;
    this.walker = walker;
    world = turn.world();
    tables = world.tables();
    situation = turn.situation();
  }

  void take() {
    Move move = turn.move();
    switch (move.kind()) {
      case THREAD -> goOn();
      case EXPIRE -> walk(core(walker.core), walker.program, true);
      case STARTUP -> begin(SchedulerProgram.beginStartup(tables, book()));
      case POLL -> begin(SchedulerProgram.beginPoll(book()));
      case LOOK -> begin(SchedulerProgram.beginLook(book()));
      case EXIT -> begin(SchedulerProgram.beginExit(book()));
      case DISPATCH -> dispatch(move.task(), move.place());
      case RING -> ring();
      case RECHECK -> recheck();
      case EMERGENCY -> emergency();
      default -> throw new IllegalArgumentException(move + " is no thread's");
    }
  }

  private Core core(int number) {
    return situation.cores.get(number);
  }

  private long book() {
    return core(turn.move().core()).book;
  }

  private void begin(long begun) {
    walk(core(turn.move().core()), begun, false);
  }

  private void dispatch(int task, int place) {
    situation.pool.remove(task);
    walker.offer = null;
    boolean gated = world.hasProducer(task) && !situation.complete(world, 1);
    walker.dispatch = Dispatch.begun(task, gated, place, world.shape(task).mask());
    goOn();
  }

  /** The next row of the program, or the first one of the next subtask's. */
  private void goOn() {
    if (walker.core != Walker.NO_CORE) {
      walk(core(walker.core), walker.program, situation.stopping);
      return;
    }
    Dispatch dispatch = walker.dispatch;
    Core core = core(world.coreAt(dispatch.place(), dispatch.next()));
    walk(core, SchedulerProgram.beginDispatch(core.book, dispatch.gated()), false);
  }

  /**
   * Does the row that a program is at and the local ones behind it.
   *
   * @param ends whether a wait has another reason to end
   */
  private void walk(Core core, long from, boolean ends) {
    turn.touches(core.number);
    SchedulerOperation operation = SchedulerProgram.operation(tables, from);
    long next = from;
    tell(core, operation, "");
    if (operation.kind() != AccessKind.LOCAL) {
      Word word = access(core, operation, SchedulerProgram.access(tables, from));
      note(operation, core, word);
      boolean endsNow = ends && mayEnd(operation);
      long seen = (word.value() & 0xFFFFFFFFL) | (endsNow ? Access.WAIT_ENDS : 0);
      next = SchedulerProgram.after(tables, from, seen);
    }
    if (next == from && operation == SchedulerOperation.AWAIT_RUNNING) {
      turn.reaches("guardWait");
    }
    while (SchedulerProgram.operation(tables, next).kind() == AccessKind.LOCAL) {
      next = SchedulerProgram.after(tables, next, 0);
    }
    long bookBefore = core.book;
    boolean home = SchedulerProgram.home(next);
    walker.core = home ? Walker.NO_CORE : core.number;
    walker.program = home ? 0 : next;
    core.book = SchedulerProgram.book(next);
    if (next != from) {
      did(core, bookBefore, next);
    }
  }

  /** The guard's wait ends while the run is stopped, the wait for exited when its bound expires. */
  private boolean mayEnd(SchedulerOperation operation) {
    return switch (turn.move().kind()) {
      case EXPIRE -> operation == SchedulerOperation.AWAIT_EXITED;
      default -> operation == SchedulerOperation.AWAIT_RUNNING;
    };
  }

  private Word access(Core core, SchedulerOperation operation, long access) {
    return switch (operation.kind()) {
      case LOAD -> {
        Word word = core.memory.get(Cell.of(access));
        tell(core, operation, Cell.of(access) + " = " + Cell.of(access).format(word));
        yield word;
      }
      case STORE -> {
        Word word = stored(core, operation, Access.value(access));
        tell(core, operation, Cell.of(access) + " := " + Cell.of(access).format(word));
        turn.post(walker, new Store(core.number, Cell.of(access), word));
        yield word;
      }
      default -> Word.ZERO;
    };
  }

  private Word stored(Core core, SchedulerOperation operation, int value) {
    return switch (operation) {
      case BUILD_PAYLOAD -> new Word(walker.dispatch.gated() ? 1 : 0, underWay(core));
      case STORE_ID -> new Word(value, underWay(core));
      default -> Word.of(value);
    };
  }

  private Subtask underWay(Core core) {
    return new Subtask(core.dispatched + 1, walker.dispatch.task(), walker.dispatch.next());
  }

  private void tell(Core core, SchedulerOperation operation, String value) {
    turn.tell("thread " + walker.number, operation + " core " + core.number, value);
  }

  /** What a poll looks up in the completion table. */
  private void note(SchedulerOperation operation, Core core, Word cond) {
    if (operation != SchedulerOperation.APPLY_COND) {
      return;
    }
    DispatchId ids = tables.ids();
    long book = core.book;
    int id = CondWord.id(cond.value());
    boolean pending = Book.pending(book);
    boolean ofPending = pending && id == Book.pendingId(ids, book);
    boolean ofRunning = Book.busy(book) && id == Book.runningId(ids, book);
    String whose = ofPending ? "of the pending" : ofRunning ? "of the running" : "of another";
    String behind = !pending ? "none pending" : Book.gated(book) ? "gated pending" : "pending";
    turn.looksUp((CondWord.isFin(cond.value()) ? "FIN " : "ACK ") + whose + ", " + behind);
  }

  private void did(Core core, long bookBefore, long next) {
    Effect effect = SchedulerProgram.effect(next);
    switch (effect) {
      case STARTED -> core.life = Life.STARTED;
      case DISPATCHED -> dispatched(core, bookBefore);
      case ABORTED -> {
        walker.dispatch = null;
        turn.reaches("abort");
      }
      case POLLED -> polled(core, bookBefore, SchedulerProgram.action(next));
      case MAY_FILL -> mayFill(core);
      case CLOSED, EXPIRED -> {
        core.life = Life.LEFT;
        int all = (2 << core.dispatched) - 2;
        boolean notAllRan = core.with(Mark.STARTED) != all;
        turn.breaksIf(!situation.stopping && notAllRan, Invariant.RUNS_ONCE);
      }
      case NONE, MAY_NOT_FILL, RUNG -> {}
    }
  }

  /** An offer is for the task that the look was for; only one that has just begun has any. */
  private void mayFill(Core core) {
    if (turn.move().kind() == Move.Kind.LOOK) {
      walker.offer = new Offer(core.number, world.shape(turn.move().task()));
    }
  }

  private void dispatched(Core core, long bookBefore) {
    Dispatch dispatch = walker.dispatch;
    Subtask subtask = underWay(core);
    core.dispatched = subtask.ordinal();
    core.records.set(Book.freeRecord(bookBefore), subtask);
    if (Book.slot(bookBefore) == 1) {
      core.mark(Mark.IN_SLOT_ONE, subtask.ordinal());
    }
    int mask = world.shape(dispatch.task()).mask();
    turn.breaksIf(dispatch.sharesACore(mask), Invariant.ONE_CLUSTER);
    if (dispatch.gated()) {
      situation.unrung.add(new Gated(core.number, subtask.ordinal(), Book.nextId(bookBefore)));
      walker.owesRecheck = true;
    }
    walker.dispatch = dispatch.rest(mask);
  }

  private void polled(Core core, long bookBefore, int action) {
    int running = Book.runningRecord(bookBefore);
    if ((action & Completion.COMPLETE_RUNNING) != 0) {
      complete(core, core.records.get(running));
    }
    if ((action & Completion.COMPLETE_PENDING) != 0) {
      complete(core, core.records.get(1 - running));
    }
    CompletionCase found = Completion.caseOf(action);
    turn.reaches(found == CompletionCase.NONE ? "none" : found.name());
  }

  private void complete(Core core, Subtask subtask) {
    int ordinal = subtask.ordinal();
    boolean again = core.has(Mark.COMPLETED, ordinal);
    boolean early = !core.has(Mark.OUTPUT, ordinal);
    turn.breaksIf(again || early, Invariant.COMPLETES_ONCE);
    core.mark(Mark.COMPLETED, ordinal);
    if (subtask.task() != 0) {
      boolean before = situation.complete(world, subtask.task());
      situation.done[subtask.task()] |= subtask.subslot().bit();
      boolean nowComplete = !before && situation.complete(world, subtask.task());
      walker.owesRings |= nowComplete && subtask.task() == 1;
    }
  }

  private void ring() {
    Move move = turn.move();
    Gated gated =
        situation.unrung.stream()
            .filter(g -> g.core() == move.core() && g.ordinal() == move.argument())
            .findFirst()
            .orElseThrow();
    situation.unrung.remove(gated);
    storeAndBeDone(core(move.core()), SchedulerProgram.beginRing(gated.id()));
  }

  private void emergency() {
    int core = turn.move().core();
    situation.owedExits.remove(core);
    storeAndBeDone(core(core), SchedulerProgram.beginEmergency());
  }

  /** A program of one store that has no book. */
  private void storeAndBeDone(Core core, long begun) {
    SchedulerOperation operation = SchedulerProgram.operation(tables, begun);
    access(core, operation, SchedulerProgram.access(tables, begun));
    if (!SchedulerProgram.home(SchedulerProgram.after(tables, begun, 0))) {
      throw new IllegalStateException(operation + " is not all that the program does");
    }
  }

  private void recheck() {
    turn.tell(
        "thread " + walker.number,
        "looks again at the producer",
        situation.complete(world, 1) ? "complete" : "not complete");
    walker.owesRecheck = false;
    walker.owesRings = situation.complete(world, 1);
  }
}
