package io.ackfin.device.soc;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.stats.Statistics;
import io.ackfin.device.aicore.AicoreDevice;
import io.ackfin.device.aicore.AicoreIdentity;
import io.ackfin.device.aicore.CorePace;
import io.ackfin.device.aicpu.AccessCosts;
import io.ackfin.device.aicpu.CoreBooks;
import io.ackfin.device.aicpu.Crew;
import io.ackfin.device.aicpu.Orchestrator;
import io.ackfin.device.aicpu.ReadyQueues;
import io.ackfin.device.aicpu.SchedulerModel;
import io.ackfin.device.aicpu.SchedulerThread;
import io.ackfin.device.aicpu.TaskBoard;
import io.ackfin.device.aicpu.ThreadIdentity;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.device.aicpu.Workplace;
import io.ackfin.device.memory.DispatchMemory;
import io.ackfin.device.memory.FlagMemory;
import io.ackfin.device.mmio.RegisterFile;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Tables;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * The chip: every device, wired. Cores are numbered through the clusters: of each cluster the cube
 * core, then the vector cores. Scheduler threads own contiguous ranges of clusters, the first ones
 * one cluster more where they do not divide evenly.
 *
 * <p>Use: build it on a fresh simulator, {@link #start}, run the simulator, ask for results.
 */
public final class Soc {
  private final SocSetup setup;
  private final Simulator simulator;
  private final Tables tables;
  private final Statistics statistics = new Statistics();
  private final SocLog log;
  private final Crew crew = new Crew();
  private final TaskBoard board;
  private final SocParts parts;
  private final Workplace workplace;
  private final Orchestrator orchestrator;
  private final List<SchedulerThread> threads = new ArrayList<>();
  private final List<AicoreDevice> cores = new ArrayList<>();

  /** Builds and wires all devices; nothing is scheduled yet. */
  public Soc(SocSetup setup, Simulator simulator) {
    this.setup = setup;
    this.simulator = simulator;
    SocSpec spec = setup.spec();
    TaskGraph graph = setup.graph();
    tables = setup.protocol().tables();
    log = new SocLog(setup, statistics);
    board = new TaskBoard(graph);
    boolean started = spec.startup() == Startup.NONE;
    parts =
        new SocParts(
            new RegisterFile(spec.mmio(), spec.cores(), started),
            new DispatchMemory(spec.memory(), spec.cores(), setup.random()),
            new FlagMemory(spec.memory(), spec.cores()),
            graph,
            log,
            new Arrivals(),
            setup.parking());
    ReadyQueues queues = new ReadyQueues(crew::wake);
    orchestrator = new Orchestrator(spec.orchestrator(), board, queues, log, simulator);
    crew.whenStarted(orchestrator::start);
    CoreBooks books = new CoreBooks(tables, spec.cores());
    workplace = new Workplace(board, queues, setup.records(), books, crew, log);
    buildThreads(workplace, parts);
    buildCores(parts);
  }

  /** Switches everything on at the current tick. */
  public void start() {
    threads.forEach(SchedulerThread::start);
    cores.forEach(AicoreDevice::start);
  }

  /** What happened to every subtask. */
  public SubtaskTable table() {
    return log.table();
  }

  /** The levels that were measured over time, in the order of their declaration. */
  public Statistics statistics() {
    return statistics;
  }

  /** When a task became ready, in ticks, or {@link SubtaskTable#NEVER}. */
  public long readyTick(int task) {
    return log.readyTick(task);
  }

  /** How often a completion case was taken. */
  public long caseCount(CompletionCase completionCase) {
    return log.caseCount(completionCase);
  }

  /** The end of the last kernel, in ticks; 0 if none ran. */
  public long lastKernelEnd() {
    return log.lastKernelEnd();
  }

  /** The end of the last completion's bookkeeping, in ticks; 0 if there was none. */
  public long lastTaskCompletion() {
    return log.lastTaskCompletion();
  }

  /** The tick at which the first submission began; -1 if start-up did not end. */
  public long firstSubmission() {
    return orchestrator.firstSubmission();
  }

  /** Tasks that are complete. */
  public int completedTasks() {
    return board.completions();
  }

  /**
   * The last tick at which something moved: a core was started or closed, a task was submitted,
   * dispatched or completed.
   */
  public long lastProgress() {
    return board.lastProgress();
  }

  /** Which thread gave up and why; null if none did. */
  public String gaveUp() {
    return crew.gaveUp();
  }

  /** Whether every task is complete, every thread has ended and every core has left its loop. */
  public boolean finished() {
    return board.allComplete()
        && threads.stream().allMatch(SchedulerThread::ended)
        && cores.stream().allMatch(AicoreDevice::halted);
  }

  /** What each scheduler thread has done. */
  public List<ThreadStatistics> threadStatistics() {
    return threads.stream().map(SchedulerThread::statistics).toList();
  }

  /**
   * Who waits for what, a line each: threads, cores that are not idle, queues that are not empty,
   * the first tasks that are not dispatched or not complete.
   */
  public List<String> describeWaiting() {
    return new WaitReport(this, parts, workplace, simulator.now()).lines(threads, cores);
  }

  /**
   * What kind of standstill there is, if nothing has moved for as long as threads have patience.
   */
  public Standstill standstill() {
    return Standstill.of(board, cores);
  }

  /** A core's name, such as {@code cluster 2 AIV1}. */
  public String coreName(int core) {
    ClusterSpec cluster = setup.spec().cluster();
    int position = core % cluster.cores() + 1 - cluster.aic();
    return clusterName(core) + " " + (position == 0 ? "AIC" : "AIV" + (position - 1));
  }

  /** Whether a core is a cube core. */
  public boolean isCube(int core) {
    return setup.spec().cluster().isCube(core);
  }

  /** The handshake. */
  Tables tables() {
    return tables;
  }

  private String clusterName(int core) {
    return "cluster " + core / setup.spec().cluster().cores();
  }

  private void buildThreads(Workplace workplace, SocParts parts) {
    SocSpec spec = setup.spec();
    SchedulerModel model =
        new SchedulerModel(
            spec.aicpu(), accessCosts(spec), tables, setup.policy(), setup.parking());
    ThreadPorts ports = new ThreadPorts(parts);
    int count = spec.effectiveSchedulers();
    int first = 0;
    for (int thread = 0; thread < count; thread++) {
      int clusters = spec.clusters() / count + (thread < spec.clusters() % count ? 1 : 0);
      ThreadIdentity identity =
          new ThreadIdentity(thread, first, clusters, spec.cluster().aic(), spec.cluster().aiv());
      threads.add(new SchedulerThread(identity, model, workplace, ports, simulator));
      first += clusters;
    }
  }

  private void buildCores(SocParts parts) {
    CorePace pace = setup.spec().aicore().pace();
    for (int core = 0; core < setup.spec().cores(); core++) {
      String name = coreName(core).substring(clusterName(core).length() + 1);
      AicoreIdentity identity =
          new AicoreIdentity(core, clusterName(core), name, threads.size() + core);
      CorePorts ports = new CorePorts(core, parts);
      AicoreDevice device = new AicoreDevice(identity, pace, tables, ports, log, simulator);
      cores.add(device);
      parts.arrivals().join(device, owner(core));
    }
  }

  /** The thread that owns a core. */
  private SchedulerThread owner(int core) {
    for (SchedulerThread thread : threads) {
      if (thread.owns(core)) {
        return thread;
      }
    }
    throw new IllegalStateException("core " + core + ": no thread owns it");
  }

  private static AccessCosts accessCosts(SocSpec spec) {
    return new AccessCosts(
        spec.mmio().load().picoseconds(),
        spec.mmio().storeIssue().picoseconds(),
        spec.memory().flagLoad().picoseconds(),
        spec.mmio().changedWord().picoseconds(),
        spec.loadDrainsStores());
  }
}
