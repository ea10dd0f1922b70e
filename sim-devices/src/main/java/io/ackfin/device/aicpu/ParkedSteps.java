package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Simulator;
import io.ackfin.core.signal.ParkedPoller;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.SchedulerOperation;

/**
 * Steps that would find nothing are left out. Two kinds of them repeat themselves: the looks of one
 * wait within a program, and the polls of turns in which nothing happens. In both the thread's next
 * step becomes the first one that may find something as far as is known; what becomes known later
 * moves it forward.
 *
 * <p>A poll may find something when a word arrives that it has not judged. A dispatch round, and
 * the end of a turn, may find something when a book of the thread's has changed or a poll has
 * completed something, when a shared queue that was empty is not, when the last task is complete,
 * and when the thread's patience ends. Not thread-safe.
 */
final class ParkedSteps implements Steps {
  private static final long NEVER = IdleTurns.NEVER;

  private final Simulator simulator;
  private final Event step;
  private final CoreWalk walk;
  private final PollRound polls;
  private final Turn turn;
  private final ThreadTime time;
  private final Patience patience;
  private final CondNews news;
  private final ParkedPoller wait;
  private final IdleTurns turns;
  private boolean inTurns;
  private boolean quiet;

  /** The parts of a thread that parking touches. */
  record Parts(
      CoreWalk walk,
      PollRound polls,
      Turn turn,
      ThreadTime time,
      Patience patience,
      CondNews news,
      IdleTurns turns) {}

  ParkedSteps(Simulator simulator, Event step, Parts parts) {
    this.simulator = simulator;
    this.step = step;
    walk = parts.walk();
    polls = parts.polls();
    turn = parts.turn();
    time = parts.time();
    patience = parts.patience();
    news = parts.news();
    turns = parts.turns();
    wait = new ParkedPoller(simulator, step);
  }

  @Override
  public void next(long now, long cost) {
    long end = Math.addExact(now, cost);
    if (walk.waits()) {
      long change = Patience.later(walk.nextChange(), walk.sampleAge());
      wait.park(end, cost, Math.min(change, Math.min(patience.endsAt(), walk.waitEnds())));
    } else if (isPoll() || (polls.opening() && walk.drained(end))) {
      inTurns = true;
      turns.begin(polls.size(), polls.position(), end);
      stepAt(firstFinding());
    } else {
      simulator.at(end, step);
    }
  }

  @Override
  public void resume(long now) {
    walk.skip(wait.resume());
    if (inTurns) {
      moveTo(now);
      inTurns = false;
    }
  }

  @Override
  public void settle(long now) {
    walk.skip(wait.settle());
    if (inTurns) {
      moveTo(simulator.hasPassed(step) ? now + 1 : now);
    }
  }

  @Override
  public void walked(int core) {
    if (news.judge(core) || turn.moved) {
      quiet = false;
    }
  }

  @Override
  public void turnEnded(boolean foundNothing) {
    quiet = foundNothing;
  }

  @Override
  public void changed() {
    quiet = false;
    if (inTurns) {
      long now = simulator.now();
      seenFrom(turns.last(), simulator.hasPassed(step) ? now + 1 : now);
    }
  }

  @Override
  public void arrives(int core, Location location, long tick) {
    if (walk.waits() && walk.core() == core && walk.operation().location() == location) {
      wait.seenFrom(tick + walk.sampleAge());
    }
    if (location == Location.COND) {
      news.arrives(core, tick);
      int position = inTurns ? polls.positionOf(core) : 0;
      if (position > 0) {
        seenFrom(position, tick + walk.loadAge());
      }
    }
  }

  private boolean isPoll() {
    return walk.active() && walk.operation() == SchedulerOperation.APPLY_COND;
  }

  private void seenFrom(int element, long tick) {
    stepAt(turns.end(element, tick));
  }

  private void stepAt(long tick) {
    if (tick != NEVER) {
      simulator.noLaterThan(tick, step);
    }
  }

  /** The end of the first element that may find something as far as is known. */
  private long firstFinding() {
    long first = turns.end(turns.last(), quiet ? patience.endsAt() : 0);
    int running = turns.last();
    int element = Math.max(1, turns.pending());
    for (int i = 0; i < running; i++) {
      // From here on all elements end later than what was found.
      if (turns.end(element, 0) >= first) {
        break;
      }
      long from = news.from(polls.coreAt(element));
      if (from != NEVER) {
        first = Math.min(first, turns.end(element, Math.max(0, from) + walk.loadAge()));
      }
      element = element == running ? 1 : element + 1;
    }
    return first;
  }

  private void moveTo(long tick) {
    int before = turns.pending();
    long loads = turns.moveTo(tick, turn, time);
    walk.skip(SchedulerOperation.APPLY_COND, loads);
    if (loads != 0 || turns.pending() != before) {
      polls.moveTo(turns.pending(), walk);
    }
  }
}
