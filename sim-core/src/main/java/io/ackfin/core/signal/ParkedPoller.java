package io.ackfin.core.signal;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Simulator;

/**
 * A poller whose looks, at equally distant ticks, are events only where they may see something new.
 *
 * <pre>
 *   looks      |     |     |     |     |     |
 *              first             a change, which that look sees
 *   events                       |---->|
 * </pre>
 *
 * Its owner says after a look that saw nothing when the next ones are and what it knows of changes;
 * later it tells what else is on its way. Looks that are left out can be counted at any time.
 * Nobody loses anything by an event too many: that look sees nothing, and the owner parks again.
 * Not thread-safe.
 */
public final class ParkedPoller {
  private static final long NEVER = PostedCell.NEVER;

  private final Simulator simulator;
  private final Event look;
  private boolean parked;
  private long first;
  private long period;

  /** A poller that is not parked; {@code look} is its owner's event. */
  public ParkedPoller(Simulator simulator, Event look) {
    this.simulator = simulator;
    this.look = look;
  }

  /**
   * Parks, so that the first look which may see something is an event.
   *
   * @param nextLook the tick of the next look, now or later
   * @param ticks between two looks, 1 or more
   * @param change the first tick at which a look may see something, one that has passed if the next
   *     look is to be an event in any case; {@link PostedCell#NEVER} if nothing is known to come
   */
  public void park(long nextLook, long ticks, long change) {
    parked = true;
    first = nextLook;
    period = ticks;
    seenFrom(change);
  }

  /** Looks from this tick on may see something new; has no effect unless parked. */
  public void seenFrom(long change) {
    if (parked && change < NEVER - period) {
      long late = change <= first ? 0 : change - first;
      simulator.noLaterThan(first + (late + period - 1) / period * period, look);
    }
  }

  /** Ends the parking with the look that is an event; returns how many looks were left out. */
  public long resume() {
    long skipped = skip(simulator.now());
    parked = false;
    return skipped;
  }

  /**
   * Leaves out the looks up to now while it stays parked: those before this tick, and that of this
   * tick if its place has passed.
   *
   * @return how many that were since it was parked or last asked
   */
  public long settle() {
    return skip(simulator.hasPassed(look) ? simulator.now() + 1 : simulator.now());
  }

  /** Moves on to the first look at or after a tick. */
  private long skip(long tick) {
    if (!parked || tick <= first) {
      return 0;
    }
    long skipped = (tick - first + period - 1) / period;
    first += skipped * period;
    return skipped;
  }
}
