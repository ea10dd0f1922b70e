package io.ackfin.device.soc;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicore.AicoreDevice;
import io.ackfin.device.aicore.AicoreIdentity;
import io.ackfin.device.aicore.CorePace;
import io.ackfin.device.aicpu.AccessCosts;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.CoreBooks;
import io.ackfin.device.aicpu.Crew;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.aicpu.Orchestrator;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.aicpu.ReadyQueues;
import io.ackfin.device.aicpu.SchedulerModel;
import io.ackfin.device.aicpu.ScriptedThread;
import io.ackfin.device.aicpu.SubtaskRecords;
import io.ackfin.device.aicpu.TaskBoard;
import io.ackfin.device.aicpu.Workplace;
import io.ackfin.device.memory.DispatchMemory;
import io.ackfin.device.memory.FlagMemory;
import io.ackfin.device.memory.MemorySpec;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.device.mmio.RegisterFile;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.List;

/**
 * A small chip on which nothing happens by itself: every row of a core, every row of a thread and
 * every store on its way takes effect when it is told to, at the simulator's current tick. Cores,
 * registers, memory, flags, books, records and done masks are those of {@link Soc}; what is missing
 * is the schedulers' loop and every cost. A link takes the least time that there is, one
 * picosecond, so that whatever is told at later ticks sees it.
 *
 * <p>Use: build it on a fresh simulator, {@link #start}, then tell it what to do from events; a
 * core's row takes effect in the {@link io.ackfin.core.event.Phase#DEVICE} phase of the tick at
 * which it is told. What is told is done, whether it makes sense or not.
 */
public final class ScriptedSoc {
  private static final Ticks LEAST = Ticks.ofPicos(1);
  private static final AccessCosts FREE = new AccessCosts(0, 0, 0, 0, false);

  private final ScriptedLayout layout;
  private final Tables tables;
  private final ScriptedAccess access = new ScriptedAccess();
  private final ScriptedLog log;
  private final RegisterFile registers;
  private final DispatchMemory memory;
  private final boolean started;
  private final CoreBooks books;
  private final Orchestrator orchestrator;
  private final List<AicoreDevice> cores = new ArrayList<>();
  private final List<ScriptedThread> threads = new ArrayList<>();
  private final List<PostedStores> stores = new ArrayList<>();
  private boolean seesCopies;
  private boolean sawCopy;

  /** Builds and wires all devices; nothing is scheduled yet. */
  public ScriptedSoc(ScriptedSetup setup, Simulator simulator) {
    layout = setup.layout();
    tables = setup.protocol().tables();
    int count = layout.cores();
    log = new ScriptedLog(setup.listener(), setup.output(), count);
    started = setup.protocol().startup() == Startup.NONE;
    registers =
        RegisterFile.withoutGuard(
            new MmioSpec(LEAST, Ticks.ZERO, LEAST, LEAST, Ticks.ZERO), count, started);
    MemorySpec noDelay = new MemorySpec(LEAST, LEAST, Ticks.ZERO, 0);
    memory = new DispatchMemory(noDelay, count, new KeyedRandom(0), core -> seesCopy());
    SocParts parts =
        new SocParts(
            registers,
            memory,
            new FlagMemory(noDelay, count),
            setup.graph(),
            log,
            new Arrivals(),
            false);
    books = new CoreBooks(tables, count);
    TaskBoard board = new TaskBoard(setup.graph());
    ReadyQueues queues = new ReadyQueues(() -> {});
    orchestrator =
        new Orchestrator(new OrchestratorSpec(Ticks.ZERO, false), board, queues, log, simulator);
    SubtaskRecords records = SubtaskRecords.forCores(count);
    buildThreads(
        setup, new Workplace(board, queues, records, books, new Crew(), log), parts, simulator);
    buildCores(parts, simulator);
  }

  /**
   * Switches everything on at the current tick: tasks are submitted, cores stay at their entry.
   * What start-up has to store in a core's hank.task is not what stood there before, so that
   * whoever reads it too early notices.
   */
  public void start() {
    for (int core = 0; !started && core < layout.cores(); core++) {
      memory.storeHank(core, 1, 0);
    }
    orchestrator.start();
    cores.forEach(AicoreDevice::start);
  }

  /** A core; what it does is told by {@link #goOn}. */
  public AicoreDevice core(int core) {
    return cores.get(core);
  }

  /**
   * Lets a core's next row take effect at this tick.
   *
   * @param seesCopy whether a read of a line that the core holds a copy of sees the copy, not
   *     memory
   */
  public void goOn(int core, boolean seesCopy) {
    seesCopies = seesCopy;
    sawCopy = false;
    cores.get(core).goOn();
  }

  /** Whether the last core that went on saw a copy. */
  public boolean sawCopy() {
    return sawCopy;
  }

  /** A thread, by its position among the names of the setup. */
  public ScriptedThread thread(int thread) {
    return threads.get(thread);
  }

  /**
   * The stores of a thread that are on their way. After a row of a thread that put a subtask in
   * flight, {@link #noteDispatch} must come before anything else.
   */
  public PostedStores stores(int thread) {
    return stores.get(thread);
  }

  /** If the last row of a thread put a subtask in flight, its store is that subtask's. */
  public void noteDispatch(int thread) {
    if (threads.get(thread).effect() == Effect.DISPATCHED) {
      stores.get(thread).newestIsFor(threads.get(thread).subtask());
    }
  }

  /** How many outputs of a core's kernels are on their way. */
  public int outputsOnTheirWay(int core) {
    return log.outputsOnTheirWay(core);
  }

  /** The oldest output of a core that is on its way becomes visible. */
  public void outputArrives(int core, long tick) {
    log.outputArrives(core, tick);
  }

  /** Says that the run is to end early. */
  public void stopping(long tick) {
    log.stopping(tick);
  }

  /** The last access to a place. */
  public ScriptedAccess access() {
    return access;
  }

  /** The cores' books. */
  public CoreBooks books() {
    return books;
  }

  /** The handshake that the chip follows. */
  public Tables tables() {
    return tables;
  }

  /** What COND of a core shows at a tick. */
  public int cond(int core, long tick) {
    return registers.loadCond(core, tick);
  }

  /** Whether a core that looks at a tick sees exit in its DATA_MAIN_BASE. */
  public boolean seesExit(int core, long tick) {
    return registers.readDmb(core, tick) == DmbWord.EXIT;
  }

  private boolean seesCopy() {
    sawCopy = seesCopies;
    return seesCopies;
  }

  private void buildThreads(
      ScriptedSetup setup, Workplace workplace, SocParts parts, Simulator simulator) {
    SchedulerModel model =
        new SchedulerModel(
            costless(),
            FREE,
            tables,
            new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.BOTH),
            false);
    for (String name : setup.threads()) {
      PostedStores ports = new PostedStores(parts, access);
      ScriptedThread.Identity identity =
          new ScriptedThread.Identity(threads.size(), name, setup.rowTime());
      stores.add(ports);
      threads.add(new ScriptedThread(identity, model, workplace, ports, simulator));
    }
  }

  private void buildCores(SocParts parts, Simulator simulator) {
    for (int core = 0; core < layout.cores(); core++) {
      AicoreIdentity identity =
          new AicoreIdentity(
              core, "cluster " + layout.cluster(core), layout.name(core), threads.size() + core);
      ScriptedCorePorts ports = new ScriptedCorePorts(core, parts, access);
      cores.add(new AicoreDevice(identity, new Told(), tables, ports, log, simulator));
    }
  }

  private static AicpuSpec costless() {
    Ticks never = Ticks.ofMillis(1_000_000);
    return new AicpuSpec(
        1,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        Ticks.ZERO,
        never,
        never);
  }

  /** Every row that others can see waits to be told; what only the core knows of goes along. */
  private static final class Told implements CorePace {
    @Override
    public long of(CoreOperation operation, long kernelDuration) {
      return switch (operation.kind()) {
        case LOAD, STORE, BARRIER -> UNTIL_TOLD;
        case LOCAL, HOME, HALT -> 0;
      };
    }

    @Override
    public long poll() {
      return UNTIL_TOLD;
    }
  }
}
