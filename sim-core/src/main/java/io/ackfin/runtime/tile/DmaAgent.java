package io.ackfin.runtime.tile;

import io.ackfin.runtime.agent.Agent;
import io.ackfin.tile.TileOperation;
import io.ackfin.tile.TileOperation.Load;
import io.ackfin.tile.TileOperation.Store;
import java.util.List;

/** Walks the program: moves data, and hands EXECs over. */
final class DmaAgent implements Agent {
  private final TileRun run;
  private final List<TileOperation> operations;
  private final TileMover mover;
  private final InFlight inFlight;
  private final WaitTimes waits = new WaitTimes();
  private final Spans busy;
  // By EXEC: whether the sum that it completes was said to be complete.
  private final boolean[] complete;
  private int at;
  private long loads;
  private long stores;

  DmaAgent(TileRun run, TileMemory memory) {
    this.run = run;
    operations = run.program.program().operations();
    int tile = run.program.program().options().tile();
    mover = new TileMover(memory, run.arena, tile);
    inFlight = new InFlight(run.work.capacity(), run.program.program().options().tileBytes());
    busy = new Spans(operations.size());
    complete = new boolean[run.program.execs()];
  }

  @Override
  public String name() {
    return "DMA";
  }

  WaitTimes waits() {
    return waits;
  }

  Spans busy() {
    return busy;
  }

  long loads() {
    return loads;
  }

  long stores() {
    return stores;
  }

  @Override
  public void onStart() {
    // Everything is a step.
  }

  @Override
  public int doWork() {
    drainNotifications();
    if (at == operations.size()) {
      return DONE;
    }
    TileOperation operation = operations.get(at);
    WaitCause obstacle;
    if (operation instanceof Load load) {
      obstacle = load(load);
    } else if (operation instanceof Store store) {
      obstacle = store(store);
    } else {
      obstacle = handOver(run.program.item(at));
    }
    if (obstacle != null) {
      waits.waiting(obstacle);
      return 0;
    }
    at++;
    run.position.setRelease(at);
    return 1;
  }

  private WaitCause load(Load load) {
    if (inFlight.uses(load.address(), run.done.getAcquire())) {
      return WaitCause.DESTINATION_IN_USE;
    }
    waits.goesOn();
    long begin = System.nanoTime();
    mover.load(load);
    busy.add(begin, System.nanoTime());
    loads++;
    return null;
  }

  private WaitCause store(Store store) {
    if (!complete[run.program.item(at).number()]) {
      return WaitCause.SUM_INCOMPLETE;
    }
    waits.goesOn();
    long begin = System.nanoTime();
    mover.store(store);
    busy.add(begin, System.nanoTime());
    stores++;
    return null;
  }

  private WaitCause handOver(WorkItem item) {
    if (!run.work.tryPush(item)) {
      return WaitCause.WORK_RING_FULL;
    }
    waits.goesOn();
    inFlight.add(item);
    return null;
  }

  // In every step, so that the compute thread never waits for room longer than one operation takes.
  private void drainNotifications() {
    for (WorkItem item = run.notifications.tryPop();
        item != null;
        item = run.notifications.tryPop()) {
      complete[item.number()] = true;
    }
  }

  @Override
  public void onAbort() {
    // The compute thread sees for itself that the run was aborted.
  }

  @Override
  public void onClose() {
    waits.goesOn();
  }

  @Override
  public String waitsFor() {
    String what = at < operations.size() ? run.program.program().describe(operations.get(at)) : "";
    return "%s at operation %d, %s".formatted(waits.cause(), at, what);
  }
}
