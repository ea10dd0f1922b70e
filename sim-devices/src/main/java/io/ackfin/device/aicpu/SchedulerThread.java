package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerProgram;
import io.ackfin.handshake.Tables;

/**
 * One scheduler thread. It starts its cores, turns in its loop until every task of the workload is
 * complete, and tells its cores to leave theirs.
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
 * takes time ends in a wait that the next push to a shared queue ends, which is what polling
 * without a pause would see. Which of all these steps are events is the business of {@link Steps}.
 */
public final class SchedulerThread {
  private static final long SLEEP = -1;

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
  private final AicpuSpec spec;
  private final Patience patience;
  private final Workplace workplace;
  private final Tables tables;
  private final Simulator simulator;
  private final Steps steps;
  private final ThreadCores cores;
  private final ThreadTime time;
  private final CoreWalk walk;
  private final CompletionDesk completions;
  private final PollRound polls;
  private final DispatchRound dispatches;
  private final Turn turn = new Turn();
  private final Event step;
  private Stage stage = Stage.START_UP;
  private int index;
  private boolean asleep;

  /** A thread that has not started. */
  public SchedulerThread(
      ThreadIdentity identity,
      SchedulerModel model,
      Workplace workplace,
      SchedulerPorts ports,
      Simulator simulator) {
    this.identity = identity;
    this.spec = model.spec();
    this.workplace = workplace;
    this.tables = model.tables();
    this.simulator = simulator;
    String name = "scheduler " + identity.thread();
    step = simulator.event(name + " step", Phase.DEVICE, identity.thread(), this::onStep);
    time = new ThreadTime(simulator.tracer(), simulator.lanes().declare("AICPU", name));
    cores = new ThreadCores(identity, workplace.books());
    walk = new CoreWalk(identity.thread(), model, ports, workplace.log());
    LocalReadyBuffers buffers = new LocalReadyBuffers();
    completions = new CompletionDesk(spec, workplace, buffers);
    polls = new PollRound(cores, completions, workplace);
    dispatches = new DispatchRound(identity, model, workplace, cores, buffers);
    patience = new Patience(workplace.board(), spec);
    steps = model.parking() ? parked(model, ports) : new EveryStep(simulator, step);
    workplace.crew().join(this);
  }

  private Steps parked(SchedulerModel model, SchedulerPorts ports) {
    CondNews news = new CondNews(tables, cores, ports);
    IdleTurns turns =
        new IdleTurns(spec.loopOverhead().picoseconds(), model.access().registerLoad());
    return new ParkedSteps(
        simulator, step, new ParkedSteps.Parts(walk, polls, turn, time, patience, news, turns));
  }

  /** Begins with the start-up of the thread's cores. */
  public void start() {
    simulator.after(0, step);
  }

  /** Whether the thread has told all its cores to leave and has ended. */
  public boolean ended() {
    return stage == Stage.ENDED;
  }

  /** Whether a core is one of its own. */
  public boolean owns(int core) {
    return cores.owns(core);
  }

  /** What one of its cores stored at a location can be sampled from a tick on. */
  public void arrives(int core, Location location, long tick) {
    steps.arrives(core, location, tick);
  }

  /** What the thread has done up to now. */
  public ThreadStatistics statistics() {
    steps.settle(simulator.now());
    if (!ended()) {
      time.settle(simulator.now());
    }
    return new ThreadStatistics(walk.loads(), walk.guardLoads(), time::spent);
  }

  /** What the thread does or waits for, for people. */
  public String describe() {
    steps.settle(simulator.now());
    String doing =
        walk.active()
            ? walk.operation() + " on core " + walk.core()
            : asleep ? "waits for a ready task" : "turns in its loop";
    return switch (stage) {
      case ENDED -> "has ended";
      case GAVE_UP -> "gave up, " + doing;
      default -> doing;
    };
  }

  /** The ready tasks that the thread keeps for itself. */
  public int[] ownTasks() {
    return dispatches.ownTasks();
  }

  /** Something that the end of a turn may see has changed. */
  void changed() {
    steps.changed();
  }

  void wake() {
    if (asleep) {
      asleep = false;
      simulator.after(0, step);
    }
  }

  private void onStep() {
    long now = simulator.now();
    steps.resume(now);
    long cost;
    do {
      cost = advance(now);
    } while (cost == 0);
    if (cost == SLEEP) {
      asleep = stage != Stage.ENDED && stage != Stage.GAVE_UP;
    } else {
      steps.next(now, cost);
    }
  }

  /** Does what comes next; returns the ticks until the step after it, or {@link #SLEEP}. */
  private long advance(long now) {
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
    simulator.stop();
    return SLEEP;
  }
}
