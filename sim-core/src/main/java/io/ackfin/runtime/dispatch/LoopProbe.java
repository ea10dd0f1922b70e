package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.probe.Middle;
import io.ackfin.runtime.probe.Part;
import io.ackfin.runtime.probe.Probe;
import io.ackfin.workload.TaskGraph;
import java.util.EnumMap;
import java.util.Map;

/**
 * Turns of the agents' loops, on one thread: turns that find nothing, in a loop of the runtime's
 * own; and turns of a scheduler and an orchestrator that do one thing for many tasks.
 */
public final class LoopProbe implements Probe {
  private static final int LOOPS = 8;
  private static final int TURNS = 2_000;
  private static final int BUSY_CORES = 9;

  private static final int CORES = 32;
  private static final int ROUNDS = 20;
  private static final int CONSUMERS = 4;

  @Override
  public Map<Part, Double> repeat() {
    Map<Part, Double> found = new EnumMap<>(Part.class);
    ProbeRun one = waiting(1);
    found.put(Part.CORE_TURN, turn(one, waiting(1).assembly.cores().get(0)));
    one.scheduler.doWork();
    double turn = turn(one, one.scheduler);
    found.put(Part.IDLE_TURN, turn);
    ProbeRun many = waiting(BUSY_CORES);
    many.scheduler.doWork();
    found.put(Part.POLL, (turn(many, many.scheduler) - turn) / (BUSY_CORES - 1));
    completions(found);
    return found;
  }

  /** Idle cores, and more tasks than they can take. */
  private static ProbeRun waiting(int cores) {
    return new ProbeRun(
            Variant.SINGLE_SLOT,
            cores,
            Submission.PRELOADED,
            ProbeRun.independent(2 * cores, 0).build())
        .start();
  }

  private static double turn(ProbeRun probe, Agent agent) {
    long[] times = new long[LOOPS];
    for (int i = 0; i < LOOPS; i++) {
      Runnable loop = probe.loop(new Counted(agent, TURNS));
      long start = System.nanoTime();
      loop.run();
      times[i] = System.nanoTime() - start;
    }
    return Middle.of(times) / TURNS;
  }

  private static void completions(Map<Part, Double> found) {
    Rounds plain = new Rounds(0);
    Rounds consumed = new Rounds(CONSUMERS);
    found.put(Part.SUBMIT, plain.perTask(plain.submit));
    found.put(Part.COMPLETION, plain.perTask(plain.complete));
    found.put(Part.RELEASE, plain.perTask(plain.release));
    found.put(
        Part.CONSUMER,
        (consumed.perTask(consumed.complete) - plain.perTask(plain.complete)) / CONSUMERS);
  }

  /** Rounds of submitting a task for each core, dispatching, completing and releasing all. */
  private static final class Rounds {
    final long[] submit = new long[ROUNDS];
    final long[] complete = new long[ROUNDS];
    final long[] release = new long[ROUNDS];
    private final ProbeRun probe;
    private final RegisterPort port;

    /** Each task has so many consumers, which are never submitted. */
    Rounds(int consumers) {
      TaskGraph.Builder graph = ProbeRun.independent(CORES * ROUNDS, 0);
      for (int producer = 0; producer < CORES * ROUNDS; producer++) {
        for (int i = 0; i < consumers; i++) {
          graph.task(ResourceShape.AIC_ONLY, 0);
          graph.after(producer);
        }
      }
      // There is always something to come, so that no turn finds the run complete.
      graph.task(ResourceShape.AIC_ONLY, 0);
      probe = new ProbeRun(Variant.SINGLE_SLOT, CORES, Submission.LIVE, graph.build()).start();
      port = probe.assembly.probePort();
      for (int round = 0; round < ROUNDS; round++) {
        round(round);
      }
    }

    private void round(int round) {
      submit[round] = submit();
      turn();
      for (int core = 0; core < CORES; core++) {
        port.storeCondRelease(core, CondWord.fin(probe.book(core).running.id));
      }
      complete[round] = turn();
      release[round] = turn();
      long nothing = turn();
      complete[round] -= nothing;
      release[round] -= nothing;
    }

    private long submit() {
      int target = probe.run.board().submitted() + CORES;
      long start = System.nanoTime();
      while (probe.run.board().submitted() < target) {
        probe.assembly.orchestrator().doWork();
      }
      return System.nanoTime() - start;
    }

    private long turn() {
      long start = System.nanoTime();
      probe.scheduler.doWork();
      return System.nanoTime() - start;
    }

    double perTask(long[] times) {
      return Middle.of(times.clone()) / CORES;
    }
  }

  /** Ends an agent's loop after so many turns. */
  private static final class Counted implements Agent {
    private final Agent agent;
    private int left;

    Counted(Agent agent, int turns) {
      this.agent = agent;
      left = turns;
    }

    @Override
    public String name() {
      return agent.name();
    }

    @Override
    public void onStart() {
      // It has started.
    }

    @Override
    public int doWork() {
      return left-- == 0 ? DONE : agent.doWork();
    }

    @Override
    public void onAbort() {
      agent.onAbort();
    }

    @Override
    public void onClose() {
      // It goes on in the next loop.
    }

    @Override
    public String waitsFor() {
      return agent.waitsFor();
    }
  }
}
