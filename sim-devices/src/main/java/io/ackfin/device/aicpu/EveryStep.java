package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Simulator;
import io.ackfin.handshake.Location;

/** Every step is an event, whatever it finds. */
final class EveryStep implements Steps {
  private final Simulator simulator;
  private final Event step;

  EveryStep(Simulator simulator, Event step) {
    this.simulator = simulator;
    this.step = step;
  }

  @Override
  public void next(long now, long cost) {
    simulator.after(cost, step);
  }

  @Override
  public void resume(long now) {
    // Nothing was left out.
  }

  @Override
  public void settle(long now) {
    // Nothing was left out.
  }

  @Override
  public void walked(int core) {
    // The next poll will see.
  }

  @Override
  public void turnEnded(boolean quiet) {
    // The next turn will see.
  }

  @Override
  public void changed() {
    // The next turn will see.
  }

  @Override
  public void arrives(int core, Location location, long tick) {
    // The next load will see.
  }
}
