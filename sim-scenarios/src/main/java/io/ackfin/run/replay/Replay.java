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
import java.util.ArrayList;
import java.util.List;

/**
 * A way through a bounded system, to be run on the simulated devices as a forced schedule. Each run
 * begins anew. Immutable; runs of one replay share nothing.
 */
public final class Replay {
  /** The time between two steps: 100 ns. */
  public static final long STEP_TICKS = 100_000;

  /** How often a round is gone again to see that it can be. */
  private static final int ROUNDS = 3;

  private final BoundedSystem system;
  private final List<Step> way;
  private final int round;
  private final boolean goesOn;

  private Replay(BoundedSystem system, List<Step> way, int round, boolean goesOn) {
    this.system = system;
    this.way = List.copyOf(way);
    this.round = round;
    this.goesOn = goesOn;
  }

  /**
   * The replay of a counterexample. Where the claim is that nothing moves any more, the run goes on
   * behind the way to see whether it does. Where the claim is that the last steps can be taken
   * again and again, they are taken {@value #ROUNDS} times more, each time with the same operations
   * and values; that going round is fair is the explorer's word.
   */
  public static Replay of(BoundedSystem system, Counterexample counterexample) {
    int round = counterexample.round();
    boolean goesOn = counterexample.invariant() == Invariant.PROGRESS && round == 0;
    return new Replay(system, counterexample.steps(), round, goesOn);
  }

  /**
   * The replay of a way, with which the run ends.
   *
   * @param way the steps, from the chip's start; may be empty
   */
  public static Replay of(BoundedSystem system, List<Step> way) {
    return new Replay(system, way, 0, false);
  }

  /** This replay, going on behind the way, each core, thread and store in its turn. */
  public Replay goingOn() {
    return new Replay(system, way, 0, true);
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
    ForcedSchedule schedule = new ForcedSchedule(stage, simulator, wholeWay(), goesOn);
    schedule.run();
    long end = schedule.done() * STEP_TICKS;
    String why = round > 0 ? roundAgain() : schedule.why();
    ReplayEnding ending = ending(stage, why);
    if (ending == ReplayEnding.FINISHED || ending == ReplayEnding.STUCK) {
      // A run that was stopped early, or that is not over, lacks nothing that it should have.
      stage.checks.end(end, ending == ReplayEnding.FINISHED, why);
    }
    return new ReplayResult(
        ending,
        why,
        ending == ReplayEnding.STUCK ? new Standstill(stage, simulator.now()).lines() : List.of(),
        way.size(),
        schedule.done() - way.size(),
        end,
        stage.checks.verdicts());
  }

  private List<Step> wholeWay() {
    List<Step> whole = new ArrayList<>(way);
    for (int again = 0; round > 0 && again < ROUNDS; again++) {
      whole.addAll(way.subList(way.size() - round, way.size()));
    }
    return whole;
  }

  private String roundAgain() {
    return round == 1
        ? "it goes round: the last step was taken again and again"
        : "it goes round: the last " + round + " steps were taken again and again";
  }

  private static ReplayEnding ending(Stage stage, String why) {
    if (stage.ended()) {
      return stage.standing.isStopping() ? ReplayEnding.STOPPED : ReplayEnding.FINISHED;
    }
    return why.isEmpty() ? ReplayEnding.MIDWAY : ReplayEnding.STUCK;
  }

  /** A subtask as people know it; a protocol that errs may run none. */
  private static String name(TaskGraph graph, long subtask) {
    return subtask < 0 || subtask >= graph.subtasks()
        ? "no task"
        : graph.subtaskName((int) subtask);
  }
}
