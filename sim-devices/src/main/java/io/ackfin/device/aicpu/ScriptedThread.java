package io.ackfin.device.aicpu;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.trace.Tracer;
import io.ackfin.handshake.Completion;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;

/**
 * A scheduler thread that decides nothing: it is told which program to begin on which core, and
 * when to go on with it. It walks the programs that a {@link SchedulerThread} walks and keeps
 * books, records and done masks as that does; what it lacks is the loop, the queues and the costs.
 *
 * <p>Each of its methods takes effect at the simulator's current tick and does one row, with all
 * local rows behind it; those that begin a program may be called at {@link #home} only. The
 * bookkeeping of a completed task is part of the poll that completed it. Any thread may be told
 * anything about any core: whose it is, is the caller's business. Not thread-safe.
 */
public final class ScriptedThread {
  private final Tables tables;
  private final Workplace workplace;
  private final Simulator simulator;
  private final Tracer tracer;
  private final int lane;
  private final long rowTime;
  private final CoreWalk walk;
  private final CompletionDesk completions;
  private boolean holdsBook;
  private boolean moved;
  private SchedulerOperation did = SchedulerOperation.HOME;

  /**
   * Which thread it is.
   *
   * @param number its number, from 0
   * @param name what lanes call it
   * @param rowTime how long a row looks in the trace, in ticks: it ends where it takes effect
   */
  public record Identity(int number, String name, long rowTime) {}

  /**
   * A thread at home.
   *
   * @param model its tables; the costs count only for the bound of the wait for an answer to exit
   * @param workplace what it shares with other threads of its kind
   */
  public ScriptedThread(
      Identity identity,
      SchedulerModel model,
      Workplace workplace,
      SchedulerPorts ports,
      Simulator simulator) {
    this.tables = model.tables();
    this.workplace = workplace;
    this.simulator = simulator;
    this.tracer = simulator.tracer();
    this.lane = simulator.lanes().declare("AICPU", identity.name());
    this.rowTime = identity.rowTime();
    walk = new CoreWalk(identity.number(), model, ports, workplace.log());
    completions = new CompletionDesk(model.spec(), workplace, new LocalReadyBuffers());
  }

  /** Whether it is between two programs. */
  public boolean home() {
    return !walk.active();
  }

  /** The core that its program is or was about. */
  public int core() {
    return walk.core();
  }

  /** The subtask that it dispatches, or dispatched last. */
  public int subtask() {
    return walk.subtask();
  }

  /** What it does next; meaningful unless it is at home. */
  public SchedulerOperation next() {
    return walk.operation();
  }

  /** What it did last. */
  public SchedulerOperation did() {
    return did;
  }

  /** With {@link Effect#POLLED}: the case that the poll applied. */
  public CompletionCase polled() {
    return Completion.caseOf(walk.action());
  }

  /** What its last step meant. */
  public Effect effect() {
    return walk.effect();
  }

  /** Begins the start-up of a core; a chip without start-up has none. */
  public void startUp(int core) {
    begin(core, SchedulerProgram.beginStartup(tables, book(core)), 0);
  }

  /** Begins a poll of a core that is believed to run something. */
  public void poll(int core) {
    begin(core, SchedulerProgram.beginPoll(book(core)), 0);
  }

  /** Begins the look whether a task may be put behind the running one. */
  public void look(int core) {
    begin(core, SchedulerProgram.beginLook(book(core)), 0);
  }

  /** Begins the dispatch of a subtask; the core must have room. */
  public void dispatch(int core, int subtask, boolean gated) {
    begin(core, SchedulerProgram.beginDispatch(book(core), gated), subtask);
  }

  /** Rings for a gated dispatch, whoever owns the core. */
  public void ring(int core, int id) {
    beginWithoutBook(core, SchedulerProgram.beginRing(id));
  }

  /** Begins telling a core to leave its loop. */
  public void exit(int core) {
    begin(core, SchedulerProgram.beginExit(book(core)), 0);
  }

  /** Writes exit to a core that may be another thread's, and does no more. */
  public void exitInEmergency(int core) {
    beginWithoutBook(core, SchedulerProgram.beginEmergency());
  }

  /**
   * Does the next row of its program.
   *
   * @param stopping whether the run is being stopped, which ends the guard's wait if the handshake
   *     has that addition
   */
  public void goOn(boolean stopping) {
    step(stopping);
  }

  /** Whether its last step went on in the program; otherwise it waits there. */
  public boolean moved() {
    return moved;
  }

  /** Waits no longer for the core's answer to exit: the bound has passed. */
  public void expire() {
    walk.expire(simulator.now());
    step(false);
  }

  /** What it does or waits for, for people. */
  public String describe() {
    return home() ? "is between two programs" : next() + " on core " + core();
  }

  private long book(int core) {
    return workplace.books().of(core);
  }

  private void begin(int core, long begun, int subtask) {
    requireHome();
    holdsBook = true;
    walk.begin(core, begun, subtask);
    step(false);
  }

  private void beginWithoutBook(int core, long begun) {
    requireHome();
    holdsBook = false;
    walk.begin(core, begun, 0);
    step(false);
  }

  private void requireHome() {
    if (!home()) {
      throw new IllegalStateException("begin: " + describe() + " (expected: between two programs)");
    }
  }

  private void step(boolean stopping) {
    long now = simulator.now();
    did = walk.operation();
    moved = walk.perform(now, stopping);
    if (tracer != null) {
      tracer.span(lane, did.name(), Math.max(0, now - rowTime), now, walk.core());
    }
    if (moved && walk.effect() != Effect.NONE) {
      onEffect(now);
    }
    if (home() && holdsBook) {
      workplace.books().set(walk.core(), walk.book());
    }
  }

  private void onEffect(long now) {
    int core = walk.core();
    switch (walk.effect()) {
      case DISPATCHED -> {
        workplace.onDispatched(walk, now);
        if (tracer != null) {
          tracer.flowStart(lane, "dispatch", now, walk.subtask());
        }
      }
      case POLLED -> {
        workplace.onPolled(walk, completions, now);
        while (completions.busy()) {
          completions.goOn(now);
        }
      }
      case STARTED -> workplace.board().progress(now);
      case CLOSED -> {
        workplace.board().progress(now);
        workplace.log().closed(core, now);
      }
      case EXPIRED -> workplace.log().expired(core, now);
      case NONE, ABORTED, MAY_FILL, MAY_NOT_FILL, RUNG -> {
        // What to do with it is up to whoever tells the thread what to do.
      }
    }
  }
}
