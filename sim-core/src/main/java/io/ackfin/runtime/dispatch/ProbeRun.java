package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.agent.AgentLoop;
import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.TaskGraph;

/**
 * The agents of one run for a probe to step: they are those of a real run, but no thread is theirs,
 * and one side of each handshake is the probe itself. Cube cores only. Nothing is recorded, and
 * whoever waits spins.
 */
final class ProbeRun {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long EXIT_LIMIT_NS = 1_000_000_000L;

  final Assembly assembly;
  final RunContext run;
  final SchedulerAgent scheduler;
  private boolean started;

  /**
   * The agents of a chip with one scheduler.
   *
   * @param cores how many clusters there are, of one cube core each
   */
  ProbeRun(Variant variant, int cores, Submission submission, TaskGraph graph) {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(cores, 1, 0);
                  changes.variant = variant;
                  changes.submission = submission;
                  changes.waiting = WaitKind.SPIN;
                });
    assembly =
        new Assembly(spec, graph, Faults.NONE, KernelKind.SPIN::create, name -> new Stepping());
    run = assembly.context();
    scheduler = assembly.schedulers().get(0);
  }

  /** Steps the scheduler, and the cores while it waits for them, through start-up. */
  ProbeRun start() {
    scheduler.onStart();
    started = true;
    return this;
  }

  CoreBook book(int core) {
    return run.books().get(core);
  }

  /** The loop that an agent runs in, with an agent in the place of a core's. */
  AgentLoop loop(Agent agent) {
    return new AgentLoop(
        agent,
        run.coreAgent(0),
        run.control(),
        WaitKind.SPIN.create(),
        new AgentLoop.Limits(Long.MAX_VALUE, EXIT_LIMIT_NS),
        run.board()::progress);
  }

  /** Tasks for cube cores that do not wait for one another. */
  static TaskGraph.Builder independent(int tasks, long kernelNs) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(ResourceShape.AIC_ONLY, kernelNs * PICOS_PER_NANO);
    }
    return graph;
  }

  private final class Stepping implements IdleStrategy {
    @Override
    public void idle() {
      if (started) {
        Thread.onSpinWait();
      } else {
        assembly.cores().forEach(CoreAgent::doWork);
      }
    }

    @Override
    public void reset() {
      // Every moment is the same.
    }
  }
}
