package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;
import io.ackfin.handshake.Location;

/**
 * One scheduler thread. It starts its cores, turns in its {@link ThreadLoop} until every task of
 * the workload is complete, and tells its cores to leave theirs. Which of its steps are events is
 * the business of {@link Steps}.
 */
public final class SchedulerThread {
  private final Simulator simulator;
  private final Event step;
  private final ThreadTime time;
  private final ThreadLoop loop;
  private final Steps steps;
  private boolean asleep;

  /** A thread that has not started. */
  public SchedulerThread(
      ThreadIdentity identity,
      SchedulerModel model,
      Workplace workplace,
      SchedulerPorts ports,
      Simulator simulator) {
    this.simulator = simulator;
    String name = "scheduler " + identity.thread();
    step = simulator.event(name + " step", Phase.DEVICE, identity.thread(), this::onStep);
    time = new ThreadTime(simulator.tracer(), simulator.lanes().declare("AICPU", name));
    loop = new ThreadLoop(identity, model, workplace, ports, time);
    steps = loop.steppedBy(simulator, step);
    workplace.crew().join(this);
  }

  /** Begins with the start-up of the thread's cores. */
  public void start() {
    simulator.after(0, step);
  }

  /** Whether the thread has told all its cores to leave and has ended. */
  public boolean ended() {
    return loop.ended();
  }

  /** Whether a core is one of its own. */
  public boolean owns(int core) {
    return loop.cores().owns(core);
  }

  /** What one of its cores stored at a location can be sampled from a tick on. */
  public void arrives(int core, Location location, long tick) {
    steps.arrives(core, location, tick);
  }

  /** What the thread has done up to now. */
  public ThreadStatistics statistics() {
    steps.settle(simulator.now());
    if (!ended()) {
      time.settle(simulator.now());
    }
    return new ThreadStatistics(loop.walk().loads(), loop.walk().guardLoads(), time::spent);
  }

  /** What the thread does or waits for, for people. */
  public String describe() {
    steps.settle(simulator.now());
    if (loop.ended()) {
      return "has ended";
    }
    CoreWalk walk = loop.walk();
    String doing =
        walk.active()
            ? walk.operation() + " on core " + walk.core()
            : asleep ? "waits for a ready task" : "turns in its loop";
    return loop.gaveUp() ? "gave up, " + doing : doing;
  }

  /** The ready tasks that the thread keeps for itself. */
  public int[] ownTasks() {
    return loop.ownTasks();
  }

  /** Something that the end of a turn may see has changed. */
  void changed() {
    steps.changed();
  }

  void wake() {
    if (asleep) {
      asleep = false;
      simulator.after(0, step);
    }
  }

  private void onStep() {
    long now = simulator.now();
    steps.resume(now);
    long cost;
    do {
      cost = loop.advance(now);
    } while (cost == 0);
    if (cost != ThreadLoop.SLEEP) {
      steps.next(now, cost);
    } else if (loop.gaveUp()) {
      simulator.stop();
    } else {
      asleep = !loop.ended();
    }
  }
}
