package io.ackfin.run.replay;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.trace.Tracer;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Step;
import java.util.List;

/**
 * Makes the moves of a way, one at each tick that is a multiple of the step's length, and compares
 * what the devices did with what the step says. Within a tick the move is made first, then the core
 * that it is about acts, then the comparison follows. Not thread-safe.
 */
final class ForcedSchedule {
  private final Stage stage;
  private final Simulator simulator;
  private final List<Step> way;
  private final boolean goesOn;
  private final Refusals refusals;
  private final Comparison comparison;
  private final Onward onward;
  private final Tracer tracer;
  private final int lane;
  private final Event make;
  private final Event compare;
  private int done;
  private Move move;
  private CoreOperation coreOperation;
  private Mark before;
  private DepartureException departure;

  /** What tells whether a move changed anything. */
  private record Mark(long core, long book, int completions) {}

  /**
   * A schedule that has not begun.
   *
   * @param goesOn whether the run goes on by itself when the way is over
   */
  ForcedSchedule(Stage stage, Simulator simulator, List<Step> way, boolean goesOn) {
    this.stage = stage;
    this.simulator = simulator;
    this.way = way;
    this.goesOn = goesOn;
    refusals = new Refusals(stage);
    comparison = new Comparison(stage);
    onward = new Onward(stage, refusals);
    tracer = simulator.tracer();
    lane = simulator.lanes().declare("way", "steps");
    make = simulator.event("step of the way", Phase.DELIVERY, 0, this::onMake);
    compare = simulator.event("comparison of the step", Phase.OBSERVATION, 0, this::onCompare);
  }

  /**
   * Runs the simulator until the way is over, or the run that follows it.
   *
   * @throws DepartureException if a step cannot be done, or the devices do something else
   */
  void run() {
    stage.soc.start();
    simulator.at(Replay.STEP_TICKS, make);
    simulator.run();
    if (departure != null) {
      throw departure;
    }
  }

  /** How many steps were done, those after the way included. */
  int done() {
    return done;
  }

  /** Why the run does not end; empty if it does, or if the way ended before anybody could tell. */
  String why() {
    return onward.why();
  }

  /** A move of threads or memory takes effect here, a core's row in its own phase of the tick. */
  private void onMake() {
    long now = simulator.now();
    boolean onTheWay = done < way.size();
    move = onTheWay ? way.get(done).move() : goesOn ? onward.next(now) : null;
    if (move == null) {
      return;
    }
    String refusal = refusals.of(move, now);
    if (!refusal.isEmpty()) {
      depart(way.get(done).number(), move.kind() + ": " + refusal);
      return;
    }
    before = mark();
    stage.soc.access().clear();
    coreOperation = move.kind() == Kind.CORE ? stage.soc.core(move.core()).next() : null;
    stage.make(move, now);
    simulator.after(0, compare);
  }

  /** The tick has settled: what was done is compared, or, behind the way, looked at for effect. */
  private void onCompare() {
    if (move.kind() == Kind.CORE) {
      stage.afterCore(move.core());
    }
    done++;
    if (done <= way.size()) {
      Step step = way.get(done - 1);
      trace(step);
      String difference = comparison.difference(step, coreOperation);
      if (!difference.isEmpty()) {
        depart(step.number(), difference);
      }
    } else {
      trace(new Step(done, move, "after the way", move.kind().name(), ""));
      if (changes()) {
        onward.moved();
      }
    }
    if (departure == null) {
      simulator.after(Replay.STEP_TICKS, make);
    }
  }

  private void depart(int step, String difference) {
    departure = new DepartureException(step, difference);
  }

  private Mark mark() {
    int core = move.core();
    int completions = stage.chronicle.completions();
    return core < 0
        ? new Mark(0, 0, completions)
        : new Mark(stage.soc.core(core).state(), stage.soc.books().of(core), completions);
  }

  /**
   * Whether the move has changed anything. A wait that goes on, a poll that completes nothing new
   * and a look that allows nothing have not; a poll may complete a subtask and leave the book as it
   * was, if the tables say so.
   */
  private boolean changes() {
    return switch (move.kind()) {
      case CORE, POLL -> !before.equals(mark());
      case THREAD -> stage.thread(move.thread()).moved();
      case LOOK -> stage.duty(move.thread()).mayFill();
      default -> true;
    };
  }

  private void trace(Step step) {
    if (tracer != null) {
      long now = simulator.now();
      tracer.span(lane, step.who() + " " + step.what(), now - Replay.STEP_TICKS, now, done);
    }
  }
}
