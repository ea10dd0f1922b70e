package io.ackfin.device.aicpu;

import io.ackfin.handshake.Access;
import io.ackfin.handshake.AccessKind;
import io.ackfin.handshake.Book;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;

/**
 * A thread's walk through one program on one core: performs an access when its cost has passed and
 * says what the next one costs. Every wait it makes has a bound. Not thread-safe.
 */
final class CoreWalk {
  private final int thread;
  private final SchedulerLog log;
  private final Tables tables;
  private final SchedulerPorts ports;
  private final SchedulerCosts costs;
  private final AccessCosts access;
  private final WordFetch fetch;
  private final long sampleToEnd;
  private final long exitBound;
  private boolean active;
  private boolean waits;
  private int core;
  private int subtask;
  private long state;
  private long storesArrived;
  private long exitSince;
  private long notedAt;
  private long loads;
  private long guardLoads;

  CoreWalk(int thread, SchedulerModel model, SchedulerPorts ports, SchedulerLog log) {
    this.thread = thread;
    this.log = log;
    this.ports = ports;
    tables = model.tables();
    access = model.access();
    costs = new SchedulerCosts(model.spec(), access);
    fetch = new WordFetch(access.changedWord());
    sampleToEnd = access.registerLoad() - access.registerLoad() / 2;
    exitBound = model.spec().exitBound().picoseconds();
  }

  /** Whether a program is under way. */
  boolean active() {
    return active;
  }

  /** Whether a load of a register that begins at a tick need not wait for the thread's stores. */
  boolean drained(long tick) {
    return !access.loadDrainsStores() || storesArrived <= tick;
  }

  /** Whether the row that is done next was tried and has to wait. */
  boolean waits() {
    return waits;
  }

  /** The core that is or was last walked on. */
  int core() {
    return core;
  }

  /** The subtask that is dispatched. */
  int subtask() {
    return subtask;
  }

  /** When the dispatch was noted: its payload was built, its guard not yet waited for. */
  long notedAt() {
    return notedAt;
  }

  /** The core's book as it stands. */
  long book() {
    return SchedulerProgram.book(state);
  }

  /** What the last step meant. */
  Effect effect() {
    return SchedulerProgram.effect(state);
  }

  /** With {@link Effect#POLLED}: the completion action. */
  int action() {
    return SchedulerProgram.action(state);
  }

  /** What is done next. */
  SchedulerOperation operation() {
    return SchedulerProgram.operation(tables, state);
  }

  /** Loads of COND to poll, to look and to guard. */
  long loads() {
    return loads;
  }

  /** Those of the guard. */
  long guardLoads() {
    return guardLoads;
  }

  /** Begins a program on a core; the subtask matters to a dispatch only. */
  void begin(int onCore, long begun, int ofSubtask) {
    core = onCore;
    state = begun;
    subtask = ofSubtask;
    waits = false;
    active = !SchedulerProgram.home(begun);
  }

  /** How long the next access takes from now on. */
  long cost(long now) {
    if (fetch.underWay()) {
      return fetch.cost();
    }
    SchedulerOperation operation = operation();
    long cost = costs.of(operation);
    return access.loadDrainsStores() && operation.location().isRegister() && isLoad(operation)
        ? cost + Math.max(0, storesArrived - now)
        : cost;
  }

  /**
   * Performs the access whose cost has just passed, and all local rows behind it.
   *
   * @param givingUp whether the thread has seen no progress for too long, which ends the guard's
   *     wait if the handshake has that addition
   * @return whether the program went on or has what it needs to; otherwise it waits and tries again
   */
  boolean perform(long now, boolean givingUp) {
    long seen = fetch.underWay() ? fetch.word() : performAccess(now, givingUp);
    long next = SchedulerProgram.after(tables, state, seen);
    if (fetch.begins(core, seen, actsOn(next))) {
      return true;
    }
    boolean moved = next != state;
    if (moved) {
      tell(next, seen);
    }
    state = next;
    while (operation().kind() == AccessKind.LOCAL) {
      state = SchedulerProgram.after(tables, state, 0);
    }
    active = !SchedulerProgram.home(state);
    waits = active && !moved;
    return moved;
  }

  /** The program that has not done anything yet is not to be walked. */
  void drop() {
    active = false;
  }

  /**
   * While it waits: the tick from which on a sample may end the wait, as far as is known; {@link
   * Long#MAX_VALUE} if nothing is on its way.
   */
  long nextChange() {
    return ports.nextChange(core, operation().location());
  }

  /** While it waits: how much earlier than a try's end its sample lies. */
  long sampleAge() {
    return operation().location().isRegister() ? sampleToEnd : 0;
  }

  /** How much earlier than the end of a load of COND its sample lies. */
  long loadAge() {
    return sampleToEnd;
  }

  /** While it waits: the first tick at which its bound has passed; that of no tick without one. */
  long waitEnds() {
    return operation() == SchedulerOperation.AWAIT_EXITED
        ? Patience.later(exitSince, exitBound)
        : Long.MAX_VALUE;
  }

  /** So many tries of the row that is done next, which would find nothing, are left out. */
  void skip(long tries) {
    if (tries > 0) {
      count(operation(), tries);
    }
  }

  /** So many loads that a row would make are left out. */
  void skip(SchedulerOperation operation, long times) {
    count(operation, times);
  }

  /** Whether a load of COND makes the thread do something. */
  private boolean actsOn(long next) {
    return switch (operation()) {
      case APPLY_COND -> SchedulerProgram.book(next) != book();
      case LOOK_AT_COND -> SchedulerProgram.effect(next) == Effect.MAY_FILL;
      case AWAIT_RUNNING -> next != state;
      default -> false;
    };
  }

  /** The bound of the wait for a core's answer to exit counts as passed. */
  void expire(long now) {
    exitSince = now - exitBound;
  }

  private void tell(long next, long seen) {
    SchedulerOperation operation = operation();
    switch (operation) {
      case APPLY_COND -> {
        if (SchedulerProgram.book(next) != book()) {
          int by = Completion.caseOf(SchedulerProgram.action(next)).ordinal();
          log.accessed(thread, core, operation, by, seen);
        }
      }
      case LOOK_AT_COND -> {
        if (SchedulerProgram.effect(next) == Effect.MAY_FILL) {
          log.accessed(thread, core, operation, 0, seen);
        }
      }
      default -> {
        int value = Access.value(SchedulerProgram.access(tables, state));
        boolean builds = operation == SchedulerOperation.BUILD_PAYLOAD;
        log.accessed(thread, core, operation, value, builds ? subtask : seen);
      }
    }
  }

  private static boolean isLoad(SchedulerOperation operation) {
    return operation.kind() == AccessKind.LOAD;
  }

  private long performAccess(long now, boolean givingUp) {
    SchedulerOperation operation = operation();
    int value = Access.value(SchedulerProgram.access(tables, state));
    switch (operation.kind()) {
      case LOAD -> {
        return load(operation, now, givingUp);
      }
      case STORE -> store(operation, value, now);
      case BARRIER -> ports.fence(core);
      case LOCAL -> {
        // A program that begins with a local row: nothing to perform.
      }
      case HOME, HALT -> throw new IllegalStateException(operation + ": no access to perform");
    }
    return 0;
  }

  private long load(SchedulerOperation operation, long now, boolean givingUp) {
    if (!operation.location().isRegister()) {
      return ports.load(core, operation.location(), now);
    }
    long word = ports.load(core, operation.location(), now - sampleToEnd) & 0xFFFFFFFFL;
    if (operation == SchedulerOperation.AWAIT_EXITED) {
      return now - exitSince >= exitBound ? word | Access.WAIT_ENDS : word;
    }
    count(operation, 1);
    return operation == SchedulerOperation.AWAIT_RUNNING && givingUp
        ? word | Access.WAIT_ENDS
        : word;
  }

  /** Counts loads of COND but for those of the exit. */
  private void count(SchedulerOperation operation, long times) {
    if (operation.location().isRegister() && operation != SchedulerOperation.AWAIT_EXITED) {
      loads += times;
      guardLoads += operation == SchedulerOperation.AWAIT_RUNNING ? times : 0;
    }
  }

  private void store(SchedulerOperation operation, int value, long now) {
    if (operation == SchedulerOperation.BUILD_PAYLOAD) {
      ports.buildPayload(core, value, subtask, Book.gated(book()), now);
      notedAt = now;
      return;
    }
    long arrived = ports.store(core, operation.location(), value, now);
    if (operation.location().isRegister()) {
      storesArrived = Math.max(storesArrived, arrived);
    }
    if (operation == SchedulerOperation.STORE_EXIT) {
      exitSince = now;
    }
  }
}
