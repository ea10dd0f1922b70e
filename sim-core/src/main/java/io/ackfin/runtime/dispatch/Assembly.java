package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.kernel.Rendezvous;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.RegisterFile;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.Recorder;
import io.ackfin.runtime.record.Recording;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * All agents of one run, wired, without any thread: whoever holds it steps them. Built and, once
 * they ended, read by one thread.
 */
final class Assembly {
  private final RunContext run;
  private final RegisterFile registers;
  private final List<RegisterPort> ports = new ArrayList<>();
  private final List<IdleStrategy> idles = new ArrayList<>();
  private final List<SchedulerAgent> schedulers = new ArrayList<>();
  private final List<CoreAgent> cores = new ArrayList<>();
  private final OrchestratorAgent orchestrator;
  private final SchedulerAgent lateScheduler;

  /**
   * Wires a run.
   *
   * @param kernels makes each core's kernel
   * @param idle makes the idle strategy of an agent of a name
   */
  Assembly(
      RuntimeSpec spec,
      TaskGraph graph,
      Faults faults,
      Supplier<Kernel> kernels,
      Function<String, IdleStrategy> idle) {
    spec.chip().checkFits(graph);
    registers = new RegisterFile(spec.chip().cores());
    run = context(spec, graph, faults);
    for (int i = 0; i < spec.schedulersAtStart(); i++) {
      schedulers.add(scheduler(i, "scheduler " + i, idle));
    }
    lateScheduler =
        run.handOver().isWanted() ? scheduler(schedulers.size(), "orchestrator", idle) : null;
    if (lateScheduler == null) {
      idles.add(idle.apply("orchestrator"));
      ports.add(port("orchestrator"));
    }
    orchestrator = new OrchestratorAgent(run, ports.get(ports.size() - 1), lateScheduler);
    for (int core = 0; core < spec.chip().cores(); core++) {
      String name = "core " + core;
      idles.add(idle.apply(name));
      ports.add(port(name));
      cores.add(new CoreAgent(core, run, ports.get(ports.size() - 1), kernels.get()));
    }
    ports.add(port("caller"));
    if (spec.submission() == Submission.PRELOADED) {
      while (run.board().submitted() < graph.tasks()) {
        run.board().submitNext();
      }
    }
  }

  private RunContext context(RuntimeSpec spec, TaskGraph graph, Faults faults) {
    int all = spec.chip().cores();
    List<CoreBook> books = new ArrayList<>(all);
    for (int core = 0; core < all; core++) {
      books.add(new CoreBook(core, spec.ids()));
    }
    return new RunContext(
        spec,
        new TaskBoard(graph),
        new RunControl(spec.schedulersAtStart() + 1 + all),
        new StartGate(spec.schedulersAtStart()),
        new HandOver(spec.schedulersAtStart(), spec.schedulersAtEnd()),
        books,
        new PayloadSlots(all),
        new Rendezvous(graph),
        faults,
        System.nanoTime());
  }

  private SchedulerAgent scheduler(int number, String name, Function<String, IdleStrategy> idle) {
    RegisterPort port = port(name);
    ports.add(port);
    IdleStrategy strategy = idle.apply(name);
    idles.add(strategy);
    return new SchedulerAgent(number, run, port, strategy);
  }

  private RegisterPort port(String name) {
    int records = run.spec().recordsPerThread();
    Recorder recorder =
        records == 0 ? null : new Recorder(name, records, registers.cores(), run.epoch());
    return new RegisterPort(registers, recorder);
  }

  RunContext context() {
    return run;
  }

  List<SchedulerAgent> schedulers() {
    return schedulers;
  }

  OrchestratorAgent orchestrator() {
    return orchestrator;
  }

  List<CoreAgent> cores() {
    return cores;
  }

  /** All agents in the order of their numbers in the run's control. */
  List<Agent> agents() {
    List<Agent> all = new ArrayList<>(schedulers);
    all.add(orchestrator);
    all.addAll(cores);
    return all;
  }

  /** The idle strategy of the agent with a number. */
  IdleStrategy idle(int agent) {
    return idles.get(agent);
  }

  /** The port of the thread that is no agent's. */
  RegisterPort callerPort() {
    return ports.get(ports.size() - 1);
  }

  /** A way to the registers for one more thread, which records nothing. */
  RegisterPort probePort() {
    return new RegisterPort(registers, null);
  }

  /** What all agents did; only after all of them ended. */
  DispatchResult result() {
    return result(agent -> true);
  }

  /**
   * What the agents did that have ended. What one does that cannot be ended is not read: nothing
   * orders that reading after its writing.
   *
   * @param ended whether the agent with a number has; schedulers and orchestrator must have
   */
  DispatchResult result(IntPredicate ended) {
    List<SchedulerAgent> all = new ArrayList<>(schedulers);
    if (lateScheduler != null) {
      all.add(lateScheduler);
    }
    ResultMerge merge = new ResultMerge(run.board().graph());
    all.forEach(scheduler -> merge.addCompletions(scheduler.completions().log()));
    for (int core = 0; core < cores.size(); core++) {
      if (ended.test(run.coreAgent(core))) {
        merge.addKernels(core, cores.get(core).log());
      }
    }
    return new DispatchResult(merge.subtasks(), totals(all), recording(ended));
  }

  private RunTotals totals(List<SchedulerAgent> all) {
    Map<CompletionCase, Long> cases = new EnumMap<>(CompletionCase.class);
    for (CompletionCase found : CompletionCase.values()) {
      cases.put(found, all.stream().mapToLong(s -> s.completions().cases(found)).sum());
    }
    boolean preloaded = run.spec().submission() == Submission.PRELOADED;
    return new RunTotals(
        run.board().graph().tasks(),
        run.handOver().isDealt() ? all.size() : schedulers.size(),
        cases,
        all.stream().mapToLong(scheduler -> scheduler.dispatches().guardWaits()).sum(),
        all.stream().mapToLong(scheduler -> scheduler.dispatches().guardLoads()).sum(),
        cores.stream().mapToLong(CoreAgent::finSkips).sum(),
        run.handOver().coresMoved(run.spec().chip()),
        preloaded ? run.gate().openedNs() : orchestrator.firstSubmissionNs());
  }

  private Recording recording(IntPredicate ended) {
    if (run.spec().recordsPerThread() == 0) {
      return null;
    }
    List<Lane> lanes = new ArrayList<>();
    for (int thread = 0; thread < ports.size(); thread++) {
      Recorder recorder = ports.get(thread).recorder();
      // The last one is the caller's, who is no agent.
      boolean over = thread == ports.size() - 1 || ended.test(thread);
      lanes.add(over ? recorder.lane() : recorder.unreadLane());
    }
    return new Recording(lanes);
  }
}
