package io.ackfin.run.replay;

import io.ackfin.check.InvariantChecks;
import io.ackfin.core.event.Simulator;
import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.device.soc.PostedStores;
import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.device.soc.ScriptedSoc;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.workload.TaskGraph;
import java.util.Arrays;

/**
 * The chip of a bounded system and what its threads have in mind; makes moves. A move is made at
 * the simulator's current tick, without asking whether it is allowed; a core's row takes effect
 * later within the tick. Not thread-safe.
 */
final class Stage {
  /** What is played. */
  final BoundedSystem system;

  final ScriptedLayout layout;
  final TaskGraph graph;

  /** The devices. */
  final ScriptedSoc soc;

  /** What was seen of them. */
  final Chronicle chronicle;

  /** Who judges it. */
  final InvariantChecks checks;

  /** What threads know that devices do not. */
  final Bells bells;

  final Standing standing;

  private final Duty[] duties;
  private final int writers;

  Stage(BoundedSystem system, Simulator simulator) {
    this.system = system;
    layout = new ScriptedLayout(system.cubes(), system.vectors());
    graph = SystemChip.graph(system);
    chronicle = new Chronicle(graph, layout.cores());
    checks = InvariantChecks.ofArrivals(graph, layout.cores(), layout::cluster);
    HandshakeListener listener =
        (event, tick, core, detail, item) -> {
          chronicle.on(event, tick, core, detail, item);
          checks.on(event, tick, core, detail, item);
        };
    soc = new ScriptedSoc(SystemChip.setup(system, layout, graph, listener), simulator);
    writers = SystemChip.threadNames(system).size();
    bells = new Bells(layout.cores());
    duties = new Duty[system.threads()];
    Arrays.setAll(duties, thread -> new Duty());
    standing = new Standing(system, layout);
    for (int core = 0; core < layout.cores() && standing.isStarted(core); core++) {
      chronicle.writesCond(core);
    }
  }

  /**
   * Makes a move.
   *
   * @param tick the current tick
   */
  void make(Move move, long tick) {
    int core = move.core();
    switch (move.kind()) {
      case CORE -> soc.goOn(core, move.argument() == 1);
      case ARRIVE_AT_BARRIER -> chronicle.meet(core);
      case OUTPUT -> soc.outputArrives(core, tick);
      case STORE_VISIBLE -> arrive(stores(move.thread()), move.argument(), tick);
      case RECHECK -> recheck(move.thread());
      case STOP -> stop(tick);
      case HAND_OVER -> standing.handOver(move.argument());
      case EMERGENCY -> {
        standing.exitWritten(core);
        thread(move.thread()).exitInEmergency(core);
        deliverIfInOrder(move.thread(), tick);
      }
      default -> {
        // Whoever completes the producer owes the rings, even if that is what it was waiting for.
        boolean complete = chronicle.isComplete(SystemChip.PRODUCER);
        makeByThread(move);
        afterThread(move, tick);
        if (chronicle.isComplete(SystemChip.PRODUCER) && !complete && !standing.isStopping()) {
          duties[move.thread()].setOwesRing(true);
        }
        settle();
      }
    }
  }

  /** A core has done a row: a kernel whose siblings wait for its start has now started. */
  void afterCore(int core) {
    if (soc.access().location() == Location.COND) {
      chronicle.writesCond(core);
    }
    if (system.kernelSync() == KernelSync.START) {
      chronicle.meet(core);
    }
  }

  private void makeByThread(Move move) {
    ScriptedThread thread = thread(move.thread());
    Duty duty = duties[move.thread()];
    switch (move.kind()) {
      case THREAD -> {
        if (thread.home()) {
          dispatchNext(thread, duty);
        } else {
          thread.goOn(standing.isStopping());
        }
      }
      case EXPIRE -> thread.expire();
      case DISPATCH -> beginTask(thread, duty, move);
      default -> {
        duty.forgetLook();
        begin(thread, move);
      }
    }
  }

  /** The task leaves the pool when its dispatch begins, and is gated or not from then on. */
  private void beginTask(ScriptedThread thread, Duty duty, Move move) {
    int task = move.task();
    standing.take(task);
    boolean gated =
        system.gated() && task == SystemChip.CONSUMER && !chronicle.isComplete(SystemChip.PRODUCER);
    duty.begin(task, move.place(), system.shape(task).mask(), gated);
    dispatchNext(thread, duty);
  }

  /** What a thread begins at home other than a dispatch. */
  private void begin(ScriptedThread thread, Move move) {
    int core = move.core();
    switch (move.kind()) {
      case STARTUP -> thread.startUp(core);
      case POLL -> thread.poll(core);
      case LOOK -> thread.look(core);
      case RING -> {
        bells.ring(core, move.argument());
        thread.ring(core, id(move.argument()));
      }
      case EXIT -> thread.exit(core);
      default -> throw new IllegalArgumentException(move.kind() + ": is no thread's");
    }
  }

  private void dispatchNext(ScriptedThread thread, Duty duty) {
    int core = core(duty.place(), duty.next());
    thread.dispatch(core, graph.subtask(duty.task() - 1, duty.next()), duty.gated());
  }

  /**
   * What a thread bears in mind after a row, and in memory that is in order, its stores' arrival.
   */
  private void afterThread(Move move, long tick) {
    int number = move.thread();
    ScriptedThread thread = thread(number);
    Duty duty = duties[number];
    soc.noteDispatch(writer(number));
    switch (thread.effect()) {
      case STARTED -> standing.start(thread.core());
      case DISPATCHED -> {
        if (duty.gated()) {
          bells.published(thread.core(), chronicle.dispatched(thread.core()));
        }
      }
      case MAY_FILL -> duty.mayFill(thread.core(), system.shape(move.task()));
      case ABORTED -> duty.giveUp();
      default -> {
        // Nothing that a thread bears in mind.
      }
    }
    deliverIfInOrder(number, tick);
    if (thread.home() && duty.task() > 0 && duty.subtaskDone()) {
      duty.setOwesRecheck(duty.gated() && !standing.isStopping());
    }
  }

  /** A look at the board, which is no access to any core: whether the producer is complete now. */
  private void recheck(int thread) {
    duties[thread].setOwesRecheck(false);
    duties[thread].setOwesRing(chronicle.isComplete(SystemChip.PRODUCER));
    settle();
  }

  /** Nobody owes a ring if there is nothing to ring for. */
  private void settle() {
    for (Duty duty : duties) {
      duty.setOwesRing(duty.owesRing() && bells.any());
    }
  }

  private void stop(long tick) {
    standing.stop(system.shutdown());
    soc.stopping(tick);
    for (Duty duty : duties) {
      duty.stop();
    }
  }

  /** A row's stores arrive after what it means was told: a dispatch is published, then visible. */
  private void deliverIfInOrder(int thread, long tick) {
    PostedStores stores = stores(thread);
    while (system.memory().mode() == MemoryMode.IN_ORDER && stores.size() > 0) {
      arrive(stores, 0, tick);
    }
  }

  /** What the register held is gone; if an id arrives, the chronicle is told so by that. */
  private void arrive(PostedStores stores, int position, long tick) {
    if (stores.location(position) == Location.DMB) {
      chronicle.noDispatchInDmb(stores.core(position));
    }
    stores.becomeVisible(position, tick);
  }

  /** The id of a core's dispatch with an ordinal. */
  int id(int ordinal) {
    int id = soc.tables().ids().first();
    for (int i = 1; i < ordinal; i++) {
      id = soc.tables().ids().next(id);
    }
    return id;
  }

  /** A thread by the number that moves give it, the stopper included. */
  ScriptedThread thread(int thread) {
    return soc.thread(writer(thread));
  }

  /** The stores of a thread that are on their way, by the number that moves give it. */
  PostedStores stores(int thread) {
    return soc.stores(writer(thread));
  }

  Duty duty(int thread) {
    return duties[thread];
  }

  /** The core of a subslot at a place; {@link ScriptedLayout#NO_CORE} if there is none. */
  int core(int place, Subslot subslot) {
    int cluster = ClusterSearch.cluster(place);
    return cluster < layout.clusters()
        ? layout.core(cluster, ClusterSearch.position(place, subslot))
        : ScriptedLayout.NO_CORE;
  }

  /** Whether nothing is left to happen. */
  boolean ended() {
    boolean over = standing.isStopping() || chronicle.allComplete();
    for (int core = 0; core < layout.cores(); core++) {
      over &= chronicle.isClosed(core) && soc.core(core).halted();
    }
    for (int thread = 0; thread < system.threads(); thread++) {
      over &= thread(thread).home() && duties[thread].task() == 0;
    }
    for (int writer = 0; writer < writers; writer++) {
      over &= soc.stores(writer).size() == 0;
    }
    return over && !standing.owesExits();
  }

  private int writer(int thread) {
    return thread == Move.STOPPER ? system.threads() : thread;
  }
}
