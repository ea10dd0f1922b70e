package io.ackfin.runtime.tile;

import io.ackfin.runtime.agent.Agent;

/** Carries out EXECs in the order in which they are handed over. Tests make ones that fail. */
class ComputeAgent implements Agent {
  private final TileRun run;
  private final TileProduct product;
  private final WaitTimes waits = new WaitTimes();
  private final Spans busy;
  // The item whose completion found no room in the ring, or null.
  private WorkItem unsaid;
  private int done;

  ComputeAgent(TileRun run, ProductKernel kernel) {
    this.run = run;
    product = kernel.create(run.program.program().options().tile());
    busy = new Spans(run.program.execs());
  }

  @Override
  public String name() {
    return "compute";
  }

  WaitTimes waits() {
    return waits;
  }

  Spans busy() {
    return busy;
  }

  /** How many EXECs it carried out. */
  long done() {
    return done;
  }

  @Override
  public void onStart() {
    // Everything is a step.
  }

  @Override
  public int doWork() {
    if (unsaid != null) {
      return say(unsaid);
    }
    if (done == run.program.execs()) {
      return DONE;
    }
    WorkItem item = run.work.tryPop();
    if (item == null) {
      waits.waiting(WaitCause.NO_WORK);
      return 0;
    }
    waits.goesOn();
    long begin = System.nanoTime();
    product.execute(run.arena, item);
    busy.add(begin, System.nanoTime());
    done++;
    run.done.setRelease(done);
    return item.lastK() ? say(item) : 1;
  }

  /** Says that a sum is complete; 0 if there is no room to say it. */
  private int say(WorkItem item) {
    if (!run.notifications.tryPush(item)) {
      unsaid = item;
      waits.waiting(WaitCause.NOTIFICATION_RING_FULL);
      return 0;
    }
    waits.goesOn();
    unsaid = null;
    return 1;
  }

  @Override
  public void onAbort() {
    // The DMA thread sees for itself that the run was aborted.
  }

  @Override
  public void onClose() {
    waits.goesOn();
  }

  @Override
  public String waitsFor() {
    return "%s after %d of %d EXECs".formatted(waits.cause(), done, run.program.execs());
  }
}
