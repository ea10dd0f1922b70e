package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.runtime.kernel.KernelCall;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.workload.TaskGraph;
import java.util.Set;

/**
 * A run without threads: a test steps its agents in any order. While an agent waits, {@link
 * #whileWaiting} is run, which steps every core unless a test wants otherwise.
 */
final class SteppedRun {
  /** More steps than any of the small runs here needs. */
  private static final int MOST_STEPS = 100_000;

  final Assembly assembly;
  final RegisterPort registers;
  Runnable whileWaiting = this::stepCores;

  /** Whether kernels may end; a kernel that may not says that it is not over. */
  boolean kernelsEnd = true;

  SteppedRun(RuntimeSpec spec, TaskGraph graph, Fault... faults) {
    assembly =
        new Assembly(spec, graph, new Faults(Set.of(faults)), HeldKernel::new, name -> new Idle());
    registers = assembly.callerPort();
  }

  /** A run whose schedulers have started their cores. */
  static SteppedRun started(RuntimeSpec spec, TaskGraph graph, Fault... faults) {
    SteppedRun run = new SteppedRun(spec, graph, faults);
    run.assembly.schedulers().forEach(SchedulerAgent::onStart);
    return run;
  }

  /** Steps a core once. */
  int core(int core) {
    return assembly.cores().get(core).doWork();
  }

  /** Steps a core until it finds nothing to do. */
  void coreUntilIdle(int core) {
    while (core(core) > 0) {
      step();
    }
  }

  /** Steps a scheduler once. */
  int scheduler(int number) {
    return assembly.schedulers().get(number).doWork();
  }

  int orchestrator() {
    return assembly.orchestrator().doWork();
  }

  CoreBook book(int core) {
    return assembly.context().books().get(core);
  }

  int cond(int core) {
    return registers.condAcquire(core);
  }

  int dmb(int core) {
    return registers.dmbAcquire(core);
  }

  /** Steps everybody in turn until all schedulers are done, and ends the cores. */
  DispatchResult finish() {
    int done = 0;
    while (done < assembly.schedulers().size() + 1) {
      stepCores();
      done = orchestrator() == Agent.DONE ? 1 : 0;
      for (SchedulerAgent scheduler : assembly.schedulers()) {
        done += scheduler.doWork() == Agent.DONE ? 1 : 0;
      }
    }
    assembly.schedulers().forEach(SchedulerAgent::onClose);
    assembly.orchestrator().onClose();
    return assembly.result();
  }

  void stepCores() {
    step();
    assembly.cores().forEach(CoreAgent::doWork);
  }

  private int steps;

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new AssertionError("still not done after " + MOST_STEPS + " steps");
    }
  }

  private final class Idle implements IdleStrategy {
    @Override
    public void idle() {
      step();
      whileWaiting.run();
    }

    @Override
    public void reset() {
      // Every moment is the same.
    }
  }

  private final class HeldKernel implements Kernel {
    @Override
    public void start(KernelCall call) {
      // Needs nothing of it.
    }

    @Override
    public boolean advance() {
      return kernelsEnd;
    }
  }
}
