package io.ackfin.run.replay;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.protocol.Invariant;
import io.ackfin.timeline.ChromeTrace;
import io.ackfin.timeline.TraceLevel;
import io.ackfin.timeline.TraceWindow;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Step;
import io.ackfin.workload.TaskGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A way through a bounded system, to be run on the simulated devices as a forced schedule. Each run
 * begins anew. Immutable; runs of one replay share nothing.
 */
public final class Replay {
  /** The time between two steps: 100 ns. */
  public static final long STEP_TICKS = 100_000;

  private final BoundedSystem system;
  private final List<Step> way;
  private final boolean goesOn;

  private Replay(BoundedSystem system, List<Step> way, boolean goesOn) {
    this.system = system;
    this.way = List.copyOf(way);
    this.goesOn = goesOn;
  }

  /**
   * The replay of a counterexample. Where the claim is that the run never ends, it goes on behind
   * the way to see whether it does.
   */
  public static Replay of(BoundedSystem system, Counterexample counterexample) {
    return new Replay(
        system, counterexample.steps(), counterexample.invariant() == Invariant.PROGRESS);
  }

  /**
   * The replay of a way, with which the run ends.
   *
   * @param way the steps, from the chip's start; may be empty
   */
  public static Replay of(BoundedSystem system, List<Step> way) {
    return new Replay(system, way, false);
  }

  /** This replay, going on behind the way, each core, thread and store in its turn. */
  public Replay goingOn() {
    return new Replay(system, way, true);
  }

  /**
   * Runs the way and writes its timeline.
   *
   * @param timeline where the timeline goes, as any other: compressed trace events; closed
   * @throws DepartureException if the devices do not do what a step says; the timeline then shows
   *     how far they came
   * @throws IOException if the timeline cannot be written
   */
  public ReplayResult run(OutputStream timeline) throws IOException {
    TaskGraph graph = SystemChip.graph(system);
    try (ChromeTrace trace =
        new ChromeTrace(
            timeline, TraceLevel.FULL, TraceWindow.ALL, subtask -> name(graph, subtask))) {
      return run(List.of(trace));
    }
  }

  /**
   * Runs the way.
   *
   * @param listeners told its trace
   * @throws DepartureException if the devices do not do what a step says
   */
  public ReplayResult run(List<TraceListener> listeners) {
    Simulator simulator = new Simulator(TieOrder.asWired(), listeners);
    Stage stage = new Stage(system, simulator);
    ForcedSchedule schedule = new ForcedSchedule(stage, simulator, way, goesOn);
    schedule.run();
    long end = simulator.now();
    ReplayEnding ending = ending(stage, schedule);
    if (ending == ReplayEnding.FINISHED || ending == ReplayEnding.STUCK) {
      // A run that was stopped early, or that is not over, lacks nothing that it should have.
      stage.checks.end(end, ending == ReplayEnding.FINISHED, schedule.why());
    }
    return new ReplayResult(
        ending,
        schedule.why(),
        ending == ReplayEnding.STUCK ? new Standstill(stage, end).lines() : List.of(),
        way.size(),
        schedule.done() - way.size(),
        end,
        stage.checks.verdicts());
  }

  private static ReplayEnding ending(Stage stage, ForcedSchedule schedule) {
    if (stage.ended()) {
      return stage.standing.isStopping() ? ReplayEnding.STOPPED : ReplayEnding.FINISHED;
    }
    return schedule.why().isEmpty() ? ReplayEnding.MIDWAY : ReplayEnding.STUCK;
  }

  /** A subtask as people know it; a protocol that errs may run none. */
  private static String name(TaskGraph graph, long subtask) {
    return subtask < 0 || subtask >= graph.subtasks()
        ? "no task"
        : graph.subtaskName((int) subtask);
  }
}
