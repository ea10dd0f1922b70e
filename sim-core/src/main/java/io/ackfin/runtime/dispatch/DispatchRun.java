package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.agent.AgentLoop;
import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.Kernel;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * Runs a workload once, on threads of its own: one per scheduler, one for the orchestrator, one per
 * core. {@link #run} returns when all of them have ended, whatever happened.
 */
public final class DispatchRun {
  private static final long NS_PER_MS = 1_000_000;
  private static final String CALLER = "caller";

  private final RuntimeSpec spec;
  private final ThreadFactory factory;
  private final Assembly assembly;
  private final RunControl control;
  private final List<Thread> threads = new ArrayList<>();
  private boolean interrupted;

  private DispatchRun(
      RuntimeSpec spec,
      TaskGraph graph,
      Faults faults,
      Supplier<Kernel> kernels,
      ThreadFactory factory) {
    this.spec = spec;
    this.factory = factory;
    WaitKind wait = spec.effectiveWait();
    assembly = new Assembly(spec, graph, faults, kernels, name -> wait.create());
    control = assembly.context().control();
  }

  /**
   * A run of a workload.
   *
   * @throws IllegalArgumentException if a task does not fit into a cluster
   */
  public static DispatchRun of(RuntimeSpec spec, TaskGraph graph) {
    return new DispatchRun(spec, graph, Faults.NONE, spec.kernel()::create, Thread::new);
  }

  /** A run with kernels of the caller's own, one for each core, in place of the spec's. */
  public static DispatchRun withKernels(
      RuntimeSpec spec, TaskGraph graph, Supplier<Kernel> kernels) {
    return new DispatchRun(spec, graph, Faults.NONE, kernels, Thread::new);
  }

  /** A run that is wrong in the given ways: for tests of what finds faults. */
  public static DispatchRun withFaults(RuntimeSpec spec, TaskGraph graph, Set<Fault> faults) {
    return new DispatchRun(spec, graph, new Faults(faults), spec.kernel()::create, Thread::new);
  }

  /** A run on threads that a factory makes; their names are set by the run. */
  static DispatchRun onThreadsOf(ThreadFactory factory, RuntimeSpec spec, TaskGraph graph) {
    return new DispatchRun(spec, graph, Faults.NONE, spec.kernel()::create, factory);
  }

  /**
   * Runs, once. An interrupt of the calling thread aborts the run; the thread's interrupt status is
   * set again on return.
   *
   * @throws RunFailedException if a thread failed, was interrupted or waited too long; all threads
   *     have ended then, too, except where what is suppressed in its cause says otherwise
   * @throws IllegalStateException if it ran before
   */
  public DispatchResult run() {
    if (!threads.isEmpty()) {
      throw new IllegalStateException("run: again (expected: once)");
    }
    startAll();
    int cores = spec.schedulersAtStart() + 1;
    joinAll(threads.subList(0, cores), Long.MAX_VALUE);
    joinCores(threads.subList(cores, threads.size()));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    DispatchResult result = assembly.result(control::hasEnded);
    if (control.failure() != null) {
      throw new RunFailedException(control.failure(), result);
    }
    return result;
  }

  private void startAll() {
    List<Agent> agents = assembly.agents();
    for (int number = 0; number < agents.size(); number++) {
      AgentLoop loop =
          new AgentLoop(
              agents.get(number),
              number,
              control,
              assembly.idle(number),
              limits(agents.get(number)),
              assembly.context().board()::progress);
      Thread thread = factory.newThread(loop);
      thread.setName("ackfin " + agents.get(number).name());
      thread.setDaemon(true);
      threads.add(thread);
    }
    int started = 0;
    try {
      for (; started < threads.size(); started++) {
        threads.get(started).start();
      }
    } catch (Throwable failure) {
      abort(failure);
      for (int number = started; number < threads.size(); number++) {
        control.end(number);
      }
    }
  }

  /** A core idles as long as it is told to, and after an abort until its exit has come. */
  private AgentLoop.Limits limits(Agent agent) {
    return agent instanceof CoreAgent
        ? new AgentLoop.Limits(Long.MAX_VALUE, spec.exitLimitNs())
        : new AgentLoop.Limits(spec.timeLimitNs(), 0);
  }

  /** Cores have their exit by now; one that does not leave is the run's failure. */
  private void joinCores(List<Thread> cores) {
    long limit = 2 * spec.exitLimitNs();
    List<Thread> left = joinAll(cores, limit);
    if (left.isEmpty()) {
      return;
    }
    abort(new IllegalStateException(left.get(0).getName() + " did not leave (expected: by exit)"));
    left = joinAll(left, limit);
    left.forEach(Thread::interrupt);
    left = joinAll(left, limit);
    if (!left.isEmpty()) {
      abort(new IllegalStateException(left.get(0).getName() + " cannot be ended"));
    }
  }

  /** Waits for threads to end and returns those that did not within the limit. */
  private List<Thread> joinAll(List<Thread> joined, long limitNs) {
    long start = System.nanoTime();
    List<Thread> left = new ArrayList<>();
    for (Thread thread : joined) {
      boolean waits = true;
      while (waits && thread.isAlive()) {
        long rest = limitNs - (System.nanoTime() - start);
        waits = rest > 0;
        join(thread, rest);
      }
      if (thread.isAlive()) {
        left.add(thread);
      }
    }
    return left;
  }

  private void join(Thread thread, long limitNs) {
    try {
      thread.join(Math.max(1, Math.min(limitNs, Long.MAX_VALUE / 2) / NS_PER_MS));
    } catch (InterruptedException interrupt) {
      interrupted = true;
      abort(interrupt);
    }
  }

  private void abort(Throwable cause) {
    if (control.abort(CALLER, cause)) {
      CoreStartup.exitAll(assembly.callerPort(), assembly.context());
    }
  }
}
