package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Simulator;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;

/**
 * What a scheduler thread does, step by step, without knowing which of the steps are events.
 *
 * <pre>
 *   START_UP -> ASSEMBLE -> TURN -> POLL -> DISPATCH -> TURN_END -> EXIT -> ENDED
 *                            ^                             |
 *                            +-----------------------------+
 * </pre>
 *
 * <p>A turn polls every running core, cube cores first, dealing with completed tasks as it meets
 * them; then it dispatches from its own buffers, from the shared queues by the thread's shape
 * order, and, if the policy has it, behind running cores. A turn that neither moves anything nor
 * takes time ends in a sleep that the next push to a shared queue ends, which is what polling
 * without a pause would see. Not thread-safe.
 */
final class ThreadLoop {
  /** In place of a time: the thread does nothing until it is woken. */
  static final long SLEEP = -1;

  private enum Stage {
    START_UP,
    ASSEMBLE,
    TURN,
    POLL,
    DISPATCH,
    TURN_END,
    EXIT,
    ENDED,
    GAVE_UP
  }

  private final ThreadIdentity identity;
  private final SchedulerModel model;
  private final AicpuSpec spec;
  private final Patience patience;
  private final Workplace workplace;
  private final Tables tables;
  private final SchedulerPorts ports;
  private final ThreadCores cores;
  private final ThreadTime time;
  private final CoreWalk walk;
  private final CompletionDesk completions;
  private final PollRound polls;
  private final DispatchRound dispatches;
  private final Turn turn = new Turn();
  private Steps steps;
  private Stage stage = Stage.START_UP;
  private int index;

  ThreadLoop(
      ThreadIdentity identity,
      SchedulerModel model,
      Workplace workplace,
      SchedulerPorts ports,
      ThreadTime time) {
    this.identity = identity;
    this.model = model;
    this.spec = model.spec();
    this.workplace = workplace;
    this.tables = model.tables();
    this.ports = ports;
    this.time = time;
    cores = new ThreadCores(identity, workplace.books());
    walk = new CoreWalk(identity.thread(), model, ports, workplace.log());
    LocalReadyBuffers buffers = new LocalReadyBuffers();
    completions = new CompletionDesk(spec, workplace, buffers);
    polls = new PollRound(cores, completions, workplace);
    dispatches = new DispatchRound(identity, model, workplace, cores, buffers);
    patience = new Patience(workplace.board(), spec);
  }

  /** Decides which steps are events; to be called once, before the first of them. */
  Steps steppedBy(Simulator simulator, Event step) {
    // A load that a fetch follows is not one of a row of equal ones, which parking counts on.
    if (model.parking() && model.access().changedWord() == 0) {
      CondNews news = new CondNews(tables, cores, ports);
      IdleTurns turns =
          new IdleTurns(spec.loopOverhead().picoseconds(), model.access().registerLoad());
      steps =
          new ParkedSteps(
              simulator,
              step,
              new ParkedSteps.Parts(walk, polls, turn, time, patience, news, turns));
    } else {
      steps = new EveryStep(simulator, step);
    }
    return steps;
  }

  /** Whether the thread has told all its cores to leave and has ended. */
  boolean ended() {
    return stage == Stage.ENDED;
  }

  /** Whether the thread has given up. */
  boolean gaveUp() {
    return stage == Stage.GAVE_UP;
  }

  ThreadCores cores() {
    return cores;
  }

  CoreWalk walk() {
    return walk;
  }

  /** The ready tasks in the thread's own buffers. */
  int[] ownTasks() {
    return dispatches.ownTasks();
  }

  /** Does what comes next; returns the ticks until the step after it, or {@link #SLEEP}. */
  long advance(long now) {
    if (walk.active()) {
      return walkOn(now);
    }
    if (completions.busy()) {
      return spend(Activity.COMPLETE, completions.goOn(now), now);
    }
    return switch (stage) {
      case START_UP -> startUp(now);
      case ASSEMBLE -> assemble();
      case TURN -> turn(now);
      case POLL -> poll(now);
      case DISPATCH -> dispatch(now);
      case TURN_END -> endTurn(now);
      case EXIT -> exit(now);
      case ENDED, GAVE_UP -> SLEEP;
    };
  }

  private long walkOn(long now) {
    boolean givesUp = patience.ended(now);
    boolean went = walk.perform(now, givesUp);
    if (givesUp && (!went || walk.effect() == Effect.ABORTED)) {
      return giveUp();
    }
    if (walk.effect() != Effect.NONE) {
      onEffect(now);
    }
    if (walk.active()) {
      return spend(activity(), walk.cost(now), now);
    }
    cores.setBook(walk.core(), walk.book());
    steps.walked(walk.core());
    return 0;
  }

  private void onEffect(long now) {
    int core = walk.core();
    switch (walk.effect()) {
      case DISPATCHED -> {
        dispatches.onDispatched(walk, now);
        time.dispatched(walk.subtask(), now);
        turn.moved = true;
      }
      case POLLED -> turn.moved |= polls.onPolled(walk, now);
      case MAY_FILL -> dispatches.onMayFill();
      case STARTED -> workplace.board().progress(now);
      case CLOSED -> {
        workplace.board().progress(now);
        workplace.log().closed(core, now);
      }
      case EXPIRED -> {
        workplace.log().expired(core, now);
        workplace.crew().giveUp("core " + core + " did not answer exit");
      }
      case NONE, ABORTED, MAY_NOT_FILL, RUNG -> {
        // Nothing to note.
      }
    }
  }

  private long startUp(long now) {
    if (index == cores.count()) {
      stage = Stage.ASSEMBLE;
      workplace.crew().started();
      return 0;
    }
    int core = cores.core(index++);
    walk.begin(core, SchedulerProgram.beginStartup(tables, cores.book(core)), 0);
    return walk.active() ? beginWalk(now) : 0;
  }

  private long assemble() {
    if (!workplace.crew().allStarted()) {
      return SLEEP;
    }
    stage = Stage.TURN;
    return 0;
  }

  private long turn(long now) {
    turn.begin(now);
    stage = Stage.POLL;
    polls.begin();
    return spend(Activity.IDLE, spec.loopOverhead().picoseconds(), now);
  }

  private long poll(long now) {
    if (polls.beginNext(walk)) {
      return beginWalk(now);
    }
    stage = Stage.DISPATCH;
    dispatches.begin();
    return 0;
  }

  private long dispatch(long now) {
    long cost = dispatches.goOn(walk);
    if (walk.active()) {
      return beginWalk(now);
    }
    if (dispatches.done()) {
      stage = Stage.TURN_END;
    }
    return spend(Activity.DISPATCH, cost, now);
  }

  private long endTurn(long now) {
    if (workplace.board().allComplete()) {
      stage = Stage.EXIT;
      index = 0;
      workplace.crew().wake();
      return 0;
    }
    if (patience.ended(now)) {
      return giveUp();
    }
    stage = Stage.TURN;
    steps.turnEnded(!dispatches.looked() && completions.releaseDue() == 0);
    if (turn.moved) {
      return 0;
    }
    long released = completions.release();
    if (released == 0 && now == turn.began) {
      time.spend(Activity.IDLE, now);
      return SLEEP;
    }
    return spend(Activity.COMPLETE, released, now);
  }

  private long exit(long now) {
    if (index == cores.count()) {
      stage = Stage.ENDED;
      time.settle(now);
      return SLEEP;
    }
    int core = cores.core(index++);
    walk.begin(core, SchedulerProgram.beginExit(cores.book(core)), 0);
    return beginWalk(now);
  }

  private long beginWalk(long now) {
    return spend(activity(), walk.cost(now), now);
  }

  /** Start-up and exit are of one piece; in between the row decides. */
  private Activity activity() {
    return switch (stage) {
      case START_UP -> Activity.STARTUP;
      case EXIT -> Activity.EXIT;
      default -> SchedulerCosts.activity(walk.operation());
    };
  }

  private long spend(Activity activity, long cost, long now) {
    if (cost > 0) {
      time.spend(activity, now);
    }
    return cost;
  }

  private long giveUp() {
    workplace
        .crew()
        .giveUp("scheduler " + identity.thread() + " saw no progress for " + spec.giveUp());
    stage = Stage.GAVE_UP;
    return SLEEP;
  }
}
