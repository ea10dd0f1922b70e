package io.ackfin.run.replay;

import io.ackfin.check.InvariantChecks;
import io.ackfin.core.event.Simulator;
import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.device.soc.PostedStores;
import io.ackfin.device.soc.ScriptedLayout;
import io.ackfin.device.soc.ScriptedSetup;
import io.ackfin.device.soc.ScriptedSetup.Output;
import io.ackfin.device.soc.ScriptedSoc;
import io.ackfin.handshake.ClusterSearch;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Startup;
import io.ackfin.protocol.HandshakeListener;
import io.ackfin.protocol.Subslot;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.KernelSync;
import io.ackfin.verify.Move;
import io.ackfin.verify.Shutdown;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chip of a bounded system and what its threads have in mind; makes moves. A move is made at
 * the simulator's current tick, without asking whether it is allowed; a core's row takes effect
 * later within the tick. Not thread-safe.
 */
final class Stage {
  /** In a gated system, the task that the other one needs. */
  private static final int PRODUCER = 1;

  private static final int CONSUMER = 2;

  final BoundedSystem system;
  final ScriptedLayout layout;
  final TaskGraph graph;
  final ScriptedSoc soc;
  final Chronicle chronicle;
  final InvariantChecks checks;
  final Bells bells;

  private final Duty[] duties;
  private final boolean[] started;
  private final boolean[] taken;
  private int owners;
  private boolean handedOver;
  private boolean stopping;
  private int emergencyOwed;

  Stage(BoundedSystem system, Simulator simulator) {
    this.system = system;
    layout = new ScriptedLayout(system.cubes(), system.vectors());
    graph = graph(system);
    chronicle = new Chronicle(graph, layout.cores());
    checks = InvariantChecks.ofArrivals(graph, layout.cores(), layout::cluster);
    HandshakeListener listener =
        (event, tick, core, detail, item) -> {
          chronicle.on(event, tick, core, detail, item);
          checks.on(event, tick, core, detail, item);
        };
    soc =
        new ScriptedSoc(
            new ScriptedSetup(
                layout,
                system.protocol(),
                graph,
                threadNames(system),
                output(system),
                listener,
                Replay.STEP_TICKS),
            simulator);
    bells = new Bells(layout.cores());
    duties = new Duty[system.threads()];
    Arrays.setAll(duties, thread -> new Duty());
    started = new boolean[layout.cores()];
    Arrays.fill(started, system.protocol().startup() == Startup.NONE);
    for (int core = 0; core < layout.cores() && started[core]; core++) {
      chronicle.writesCond(core);
    }
    taken = new boolean[system.tasks() + 1];
    for (int cluster = mine(system); cluster < layout.clusters(); cluster++) {
      owners |= 1 << cluster;
    }
  }

  /** Tasks are known by their numbers from 1; in a gated system task 2 needs task 1. */
  static TaskGraph graph(BoundedSystem system) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 1; task <= system.tasks(); task++) {
      graph.task(system.shape(task), 0);
      graph.named(Integer.toString(task));
      if (system.gated() && task == CONSUMER) {
        graph.after(PRODUCER - 1);
      }
    }
    return graph.build();
  }

  private static List<String> threadNames(BoundedSystem system) {
    List<String> names = new ArrayList<>();
    for (int thread = 0; thread < system.threads(); thread++) {
      names.add("scheduler " + thread);
    }
    if (system.shutdown() == Shutdown.EMERGENCY) {
      names.add("stopper");
    }
    return names;
  }

  private static Output output(BoundedSystem system) {
    if (system.outputPosted()) {
      return Output.POSTED;
    }
    return system.protocol().faults().contains(Fault.OUTPUT_UNPUBLISHED)
        ? Output.AT_END
        : Output.PUBLISHED;
  }

  /** The clusters that thread 0 begins with: all, or one more than half of an odd number. */
  private static int mine(BoundedSystem system) {
    return (system.clusters() + system.threads() - 1) / system.threads();
  }

  /** Makes a move. */
  void make(Move move, long tick) {
    int core = move.core();
    switch (move.kind()) {
      case CORE -> soc.goOn(core, move.argument() == 1);
      case ARRIVE_AT_BARRIER -> chronicle.meet(core);
      case OUTPUT -> soc.outputArrives(core, tick);
      case STORE_VISIBLE -> arrive(stores(move.thread()), move.argument(), tick);
      case RECHECK -> recheck(move.thread());
      case STOP -> stop(tick);
      case HAND_OVER -> {
        owners = move.argument();
        handedOver = true;
      }
      case EMERGENCY -> {
        emergencyOwed &= ~(1 << core);
        thread(move.thread()).exitInEmergency(core);
        deliverIfInOrder(move.thread(), tick);
      }
      default -> {
        boolean complete = chronicle.isComplete(PRODUCER);
        makeByThread(move);
        afterThread(move, tick);
        if (chronicle.isComplete(PRODUCER) && !complete && !stopping) {
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
          thread.goOn(stopping);
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

  private void beginTask(ScriptedThread thread, Duty duty, Move move) {
    int task = move.task();
    taken[task] = true;
    boolean gated = system.gated() && task == CONSUMER && !chronicle.isComplete(PRODUCER);
    duty.begin(task, move.place(), system.shape(task).mask(), gated);
    dispatchNext(thread, duty);
  }

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

  private void afterThread(Move move, long tick) {
    int number = move.thread();
    ScriptedThread thread = thread(number);
    Duty duty = duties[number];
    soc.noteDispatch(writer(number));
    switch (thread.effect()) {
      case STARTED -> started[thread.core()] = true;
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
      duty.setOwesRecheck(duty.gated() && !stopping);
    }
  }

  private void recheck(int thread) {
    duties[thread].setOwesRecheck(false);
    duties[thread].setOwesRing(chronicle.isComplete(PRODUCER));
    settle();
  }

  /** Nobody owes a ring if there is nothing to ring for. */
  private void settle() {
    for (Duty duty : duties) {
      duty.setOwesRing(duty.owesRing() && bells.any());
    }
  }

  private void stop(long tick) {
    stopping = true;
    soc.stopping(tick);
    Arrays.fill(taken, true);
    for (Duty duty : duties) {
      duty.stop();
    }
    if (system.shutdown() == Shutdown.EMERGENCY) {
      emergencyOwed = (1 << layout.cores()) - 1;
    }
  }

  private void deliverIfInOrder(int thread, long tick) {
    PostedStores stores = stores(thread);
    while (system.memory().mode() == MemoryMode.IN_ORDER && stores.size() > 0) {
      arrive(stores, 0, tick);
    }
  }

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

  ScriptedThread thread(int thread) {
    return soc.thread(writer(thread));
  }

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

  boolean owns(int thread, int core) {
    return owner(layout.cluster(core)) == thread;
  }

  int owner(int cluster) {
    return owners >>> cluster & 1;
  }

  boolean isStarted(int core) {
    return started[core];
  }

  boolean isTaken(int task) {
    return taken[task];
  }

  boolean isStopping() {
    return stopping;
  }

  boolean isHandedOver() {
    return handedOver;
  }

  /** Whether the thread that stops the run still has to write exit to a core. */
  boolean owesExit(int core) {
    return (emergencyOwed >>> core & 1) != 0;
  }

  /** Whether nothing is left to happen. */
  boolean ended() {
    boolean over = stopping || chronicle.allComplete();
    for (int core = 0; core < layout.cores(); core++) {
      over &= chronicle.isClosed(core) && soc.core(core).halted();
    }
    for (int thread = 0; thread < system.threads(); thread++) {
      over &= thread(thread).home() && duties[thread].task() == 0;
    }
    for (int writer = 0; writer < threadNames(system).size(); writer++) {
      over &= soc.stores(writer).size() == 0;
    }
    return over && emergencyOwed == 0;
  }

  private int writer(int thread) {
    return thread == Move.STOPPER ? system.threads() : thread;
  }
}
