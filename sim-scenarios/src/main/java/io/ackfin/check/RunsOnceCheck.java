package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;

/** Watches {@link Invariant#RUNS_ONCE}. */
final class RunsOnceCheck implements InvariantCheck {
  private final Verdict verdict = new Verdict(Invariant.RUNS_ONCE);
  private final Names names;
  private final DispatchOrder order;
  private final TakenUp taken;
  private final int[] running;
  private final byte[] runs;
  private boolean stopping;

  RunsOnceCheck(Names names, int cores) {
    this.names = names;
    order = new DispatchOrder(cores);
    taken = new TakenUp(cores);
    running = new int[cores];
    runs = new byte[names.graph().subtasks()];
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    taken.on(event, core, item);
    switch (event) {
      case PUBLISHED -> order.published(core, item);
      case STOPPING -> stopping = true;
      case CLOSED, EXPIRED -> onLeft(tick, core);
      case KERNEL_STARTED -> onStarted(tick, core, item);
      case KERNEL_ENDED -> onEnded(tick, core, item);
      default -> {
        // Not about kernels.
      }
    }
  }

  @Override
  public void onEnd(long tick, boolean finished, String why) {
    for (int core = 0; finished && core < running.length; core++) {
      onLeft(tick, core);
    }
  }

  /** The scheduler has done with the core: what it did not run by now, it never will. */
  private void onLeft(long tick, int core) {
    while (!stopping && order.size(core) > 0) {
      verdict.violated(tick, "core %d never ran %s", core, names.subtask(order.handled(core)));
    }
  }

  private void onStarted(long tick, int core, int subtask) {
    int expected = order.handled(core);
    running[core] = subtask;
    if (expected == DispatchOrder.NOTHING) {
      verdict.violated(
          tick,
          "core %d ran the payload of %s, and nothing was dispatched to it",
          core,
          names.subtask(subtask));
    } else if (subtask != expected) {
      verdict.violated(
          tick,
          "core %d ran the payload of %s (expected: that of %s)",
          core,
          names.subtask(subtask),
          names.subtask(expected));
    } else if (taken.by(core) != DispatchOrder.NOTHING && taken.by(core) != expected) {
      verdict.violated(
          tick,
          "core %d ran %s when it had taken up %s",
          core,
          names.subtask(subtask),
          names.subtask(taken.by(core)));
    }
    if (subtask >= 0) {
      if (runs[subtask] > 0) {
        verdict.violated(tick, "core %d ran %s again", core, names.subtask(subtask));
      }
      runs[subtask] = 1;
    }
  }

  private void onEnded(long tick, int core, int subtask) {
    if (subtask != running[core]) {
      verdict.violated(
          tick,
          "the payload of %s on core %d became that of %s while its kernel ran",
          names.subtask(running[core]),
          core,
          names.subtask(subtask));
    }
  }
}
