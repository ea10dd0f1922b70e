package io.ackfin.verify;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Room;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.Move.Kind;

/**
 * The steps of the scheduler threads. In a program, a thread takes the next row; at home it chooses
 * freely what its loop could come to next: a poll, a dispatch, a look, an exit. Only rings that it
 * owes, the rest of a task that it dispatches, and start-up leave it no choice.
 */
final class ThreadSteps {
  private final HandshakeParts parts;
  private final Tables tables;
  private final Layout layout;
  private final Codes codes;
  private final Steps steps;
  private final Tasks tasks;
  private final ThreadWalk walk;
  private final Places places;
  private final PendingDispatch paths;

  ThreadSteps(HandshakeParts parts, Memory memory, Steps steps, Tasks tasks) {
    this.parts = parts;
    tables = parts.tables();
    layout = parts.layout();
    codes = parts.codes();
    this.steps = steps;
    this.tasks = tasks;
    walk = new ThreadWalk(parts, memory, steps, tasks);
    places = new Places(parts);
    paths = parts.system().paths();
  }

  ThreadWalk walk() {
    return walk;
  }

  /** Whether a thread is between two programs and owes nothing. */
  boolean atHome(long[] situation, int thread) {
    ThreadFields fields = layout.threads[thread];
    return !fields.row.isSet(situation) && !fields.task.isSet(situation);
  }

  /** Whether a thread may meet the other one to hand cores over. */
  boolean mayMeet(long[] situation, int thread) {
    return owesNothing(situation, thread) && !anyOwn(situation, thread, layout.cores.length, false);
  }

  /** Whether a thread has ended: all its cores are closed, and it will get no others. */
  boolean ended(long[] situation, int thread) {
    return owesNothing(situation, thread)
        && (layout.stopping.isSet(situation) || tasks.allComplete(situation))
        && !anyOwn(situation, thread, layout.cores.length, true);
  }

  private boolean owesNothing(long[] situation, int thread) {
    ThreadFields fields = layout.threads[thread];
    return atHome(situation, thread)
        && !fields.mayFill.isSet(situation)
        && !fields.owesRing.isSet(situation)
        && !fields.owesRecheck.isSet(situation);
  }

  private boolean anyOwn(long[] situation, int thread, int cores, boolean open) {
    for (int core = 0; core < cores; core++) {
      CoreFields fields = layout.cores[core];
      boolean wanted = open ? !fields.closed.isSet(situation) : unstarted(fields, situation);
      if (wanted && places.owns(situation, thread, core)) {
        return true;
      }
    }
    return false;
  }

  private boolean unstarted(CoreFields fields, long[] situation) {
    return parts.features().startup() && !fields.started.isSet(situation);
  }

  /** Makes every step of one thread. */
  void of(int thread, long[] from) {
    ThreadFields fields = layout.threads[thread];
    if (fields.row.isSet(from)) {
      inProgram(thread, from);
    } else if (fields.task.isSet(from)) {
      nextSubtask(thread, from);
    } else if (!owes(thread, from) && !startups(thread, from)) {
      choices(thread, from);
    }
  }

  private void inProgram(int thread, long[] from) {
    int core = layout.threads[thread].core.get(from);
    long program = walk.program(from, thread);
    SchedulerOperation operation = SchedulerProgram.operation(tables, program);
    boolean guardEnds =
        operation == SchedulerOperation.AWAIT_RUNNING && layout.stopping.isSet(from);
    int move = Moves.pack(Kind.THREAD, thread, core, 0);
    Draft draft = steps.begin(from);
    take(draft, core, program, guardEnds ? Access.WAIT_ENDS : 0, move, Actions.thread(thread));
    if (operation == SchedulerOperation.AWAIT_EXITED
        && parts.system().shutdown() != Shutdown.NORMAL) {
      int expires = Moves.pack(Kind.EXPIRE, thread, core, 0);
      take(steps.begin(from), core, program, Access.WAIT_ENDS, expires, Actions.EXPIRE);
    }
  }

  /** The rest of a task goes out before anything else, on the core that the place names. */
  private void nextSubtask(int thread, long[] from) {
    ThreadFields fields = layout.threads[thread];
    int core = fields.core.get(from);
    boolean gating = fields.gating.isSet(from);
    long begun = SchedulerProgram.beginDispatch(parts.book(from, core), gating);
    int move = Moves.pack(Kind.THREAD, thread, core, 0);
    take(steps.begin(from), core, begun, 0, move, Actions.thread(thread));
  }

  /** Rings and looks that are owed; true if there are any. */
  private boolean owes(int thread, long[] from) {
    ThreadFields fields = layout.threads[thread];
    if (fields.owesRing.isSet(from)) {
      for (int core = 0; core < layout.cores.length; core++) {
        int left = steps.gate().toRing(layout.cores[core], from);
        for (; left != 0; left &= left - 1) {
          ring(thread, core, Integer.numberOfTrailingZeros(left), from);
        }
      }
      return true;
    }
    if (fields.owesRecheck.isSet(from)) {
      steps.gate().recheck(thread, from, steps);
      return true;
    }
    return false;
  }

  private void ring(int thread, int core, int ordinal, long[] from) {
    long begun = SchedulerProgram.beginRing(codes.id(ordinal));
    if (!walk.blocked(from, thread, begun)) {
      Draft draft = steps.begin(from);
      layout.cores[core].rung.add(draft.now, ordinal);
      walk.walkWithoutBook(draft, thread, core, begun, ordinal);
      steps.emit(Moves.pack(Kind.RING, thread, core, ordinal), Actions.ring(thread));
    }
  }

  /** Start-ups of own cores that have not begun; true if there are any. */
  private boolean startups(int thread, long[] from) {
    boolean any = false;
    for (int core = 0; core < layout.cores.length; core++) {
      if (unstarted(layout.cores[core], from) && places.owns(from, thread, core)) {
        any = true;
        long begun = SchedulerProgram.beginStartup(tables, parts.book(from, core));
        int move = Moves.pack(Kind.STARTUP, thread, core, 0);
        take(steps.begin(from), core, begun, 0, move, Actions.startup(thread, core));
      }
    }
    return any;
  }

  private void choices(int thread, long[] from) {
    boolean stopping = layout.stopping.isSet(from);
    if (!stopping && fills(thread, from)) {
      return;
    }
    boolean exits = stopping || tasks.allComplete(from);
    for (int core = 0; core < layout.cores.length; core++) {
      if (places.owns(from, thread, core)) {
        polls(thread, core, from, stopping);
        exits(thread, core, from, exits);
      }
    }
    if (!stopping) {
      for (int shape = 0; shape < tasks.shapes(); shape++) {
        dispatches(thread, shape, from);
      }
    }
  }

  /** A look that allowed it is followed by the dispatch. */
  private boolean fills(int thread, long[] from) {
    ThreadFields fields = layout.threads[thread];
    int shape = fields.mayFill.get(from) - 1;
    if (shape < 0) {
      return false;
    }
    dispatch(thread, shape, from, places.of(fields.core.get(from), tasks.shape(shape)));
    return true;
  }

  private void polls(int thread, int core, long[] from, boolean stopping) {
    long book = parts.book(from, core);
    if (!stopping && Book.busy(book) && !layout.cores[core].closed.isSet(from)) {
      int move = Moves.pack(Kind.POLL, thread, core, 0);
      long begun = SchedulerProgram.beginPoll(book);
      take(steps.begin(from), core, begun, 0, move, Actions.poll(thread, core));
    }
  }

  private void exits(int thread, int core, long[] from, boolean exits) {
    if (exits && !layout.cores[core].closed.isSet(from)) {
      int move = Moves.pack(Kind.EXIT, thread, core, 0);
      long begun = SchedulerProgram.beginExit(parts.book(from, core));
      take(steps.begin(from), core, begun, 0, move, Actions.exit(thread, core));
    }
  }

  private void dispatches(int thread, int shape, long[] from) {
    if (tasks.next(from, shape) == 0) {
      return;
    }
    places.find(thread, tasks.shape(shape), from);
    for (int i = 0; i < places.found(); i++) {
      dispatch(thread, shape, from, places.place(i));
    }
    ResourceShape wanted = tasks.shape(shape);
    if (paths != PendingDispatch.SPIN && wanted.cubes() + wanted.vectors() == 1) {
      for (int core = 0; core < layout.cores.length; core++) {
        if (places.isKind(core, wanted)
            && places.owns(from, thread, core)
            && Book.room(parts.book(from, core)) == Room.PENDING_FREE) {
          look(thread, core, shape, from);
        }
      }
    }
  }

  private void dispatch(int thread, int shape, long[] from, int place) {
    int task = tasks.next(from, shape);
    int mask = tasks.shape(shape).mask();
    int core = places.core(place, Subslot.of(Integer.numberOfTrailingZeros(mask)));
    boolean gating = steps.gate().gates(from, task);
    Draft draft = steps.begin(from);
    tasks.take(draft.now, shape);
    tasks.begin(draft.now, thread, task, place, core);
    layout.threads[thread].gating.set(draft.now, gating ? 1 : 0);
    long begun = SchedulerProgram.beginDispatch(parts.book(from, core), gating);
    int move = Moves.pack(Kind.DISPATCH, thread, core, task | place << 8);
    take(draft, core, begun, 0, move, Actions.dispatch(thread, tasks.shape(shape)));
  }

  private void look(int thread, int core, int shape, long[] from) {
    long begun = SchedulerProgram.beginLook(parts.book(from, core));
    if (walk.blocked(from, thread, begun)) {
      return;
    }
    Draft draft = steps.begin(from);
    long next = walk.walk(draft, thread, core, begun, 0);
    arrive(draft, core, thread, next);
    if (SchedulerProgram.effect(next) == Effect.MAY_FILL) {
      ThreadFields fields = layout.threads[thread];
      fields.mayFill.set(draft.now, shape + 1);
      fields.core.set(draft.now, core);
    }
    int move = Moves.pack(Kind.LOOK, thread, core, tasks.next(from, shape));
    steps.emit(move, Actions.look(thread, core));
  }

  /** Takes one row of a program on a core and says where that leaves the thread. */
  private void take(Draft draft, int core, long begun, long ends, int move, int action) {
    int thread = Moves.thread(move);
    if (walk.blocked(draft.now, thread, begun)) {
      return;
    }
    arrive(draft, core, thread, walk.walk(draft, thread, core, begun, ends));
    steps.emit(move, action);
  }

  /** Where a row leaves the thread: in the program, at home, or at what is left of a task. */
  private void arrive(Draft draft, int core, int thread, long next) {
    ThreadFields fields = layout.threads[thread];
    fields.row.set(draft.now, SchedulerProgram.position(next));
    boolean home = SchedulerProgram.home(next);
    fields.core.set(draft.now, home ? tasks.coreOfNext(draft.now, thread) : core);
  }
}
