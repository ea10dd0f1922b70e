package io.ackfin.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * One core. It is followed only as far as somebody looks: up to the tick of a load, by which time
 * every store that it can have read is known, as a store ends after the load before it.
 */
final class ReferenceCore {
  private final ReferenceCase costs;
  private final PostedCell dmb = new PostedCell();
  private final PostedCell cond = new PostedCell();
  // By dispatch id: start and end of the kernel. Ids count from 1.
  private final List<long[]> kernels = new ArrayList<>();

  private boolean polling = true;
  private long anchor;
  private int last = PostedCell.NO_ID;
  private long kernelEnd;

  ReferenceCore(ReferenceCase costs) {
    this.costs = costs;
    kernels.add(new long[2]);
  }

  /** A store of an id to DMB, whose issue ends at {@code tick}. */
  void store(long tick, int id) {
    dmb.write(tick + costs.storeVisible(), id, false);
  }

  /** What COND holds for a load that samples it at {@code tick}. */
  PostedCell sample(long tick) {
    follow(tick);
    cond.read(tick);
    return cond;
  }

  /** Start and end of the kernel of a dispatch that has ended. */
  long[] kernel(int id) {
    return kernels.get(id);
  }

  /** Does everything that the core does up to a tick, that tick included. */
  private void follow(long until) {
    while (true) {
      if (polling) {
        // The reads before the next store is visible return what they returned before.
        if (!dmb.hasUpcoming() || firstReadFrom(dmb.nextVisible()) > until) {
          return;
        }
        pickUp(firstReadFrom(dmb.nextVisible()));
      } else {
        if (kernelEnd > until) {
          return;
        }
        finish();
      }
    }
  }

  /** The first read at anchor + k * poll that is not before {@code tick}. */
  private long firstReadFrom(long tick) {
    if (tick <= anchor) {
      return anchor;
    }
    long periods = (tick - anchor + costs.poll() - 1) / costs.poll();
    return anchor + periods * costs.poll();
  }

  /** The read at {@code tick} returns a new id. */
  private void pickUp(long tick) {
    dmb.read(tick);
    long start = tick + costs.pickup();
    cond.write(start + costs.condVisible(), dmb.id(), false);
    kernelEnd = start + costs.duration();
    kernels.add(new long[] {start, kernelEnd});
    last = dmb.id();
    polling = false;
  }

  /** The kernel ends: the next id is there, or FIN is written and polling goes on. */
  private void finish() {
    dmb.read(kernelEnd);
    if (dmb.id() != last) {
      pickUp(kernelEnd);
    } else {
      cond.write(kernelEnd + costs.condVisible(), last, true);
      anchor = kernelEnd;
      polling = true;
    }
  }
}
