package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.agent.BoundedWait;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.probe.Middle;
import io.ackfin.runtime.probe.Part;
import io.ackfin.runtime.probe.Partner;
import io.ackfin.runtime.probe.Patience;
import io.ackfin.runtime.probe.Probe;
import java.util.EnumMap;
import java.util.Map;

/**
 * A compute core in its loop on a thread of its own. The other side is a driver: it dispatches as a
 * scheduler does, but knows beforehand what and where to, and completes nothing. The times are
 * those that the core takes down in any run.
 */
public final class CoreProbe implements Probe {
  private static final long KERNEL_NS = 1_000;

  /** Between a kernel's end and the next dispatch, so that the core has gone back to waiting. */
  private static final long PAUSE_NS = 400;

  // What a core logs of a task.
  private static final int RECEIVE = 1;
  private static final int ACK = 2;
  private static final int START = 3;
  private static final int END = 4;

  private final int tasks;

  /** A probe that drives the core through so many tasks in each of its ways, 4 or more. */
  public CoreProbe(int tasks) {
    this.tasks = tasks;
  }

  @Override
  public Map<Part, Double> repeat() {
    Map<Part, Double> found = new EnumMap<>(Part.class);
    LongLog single = logOf(Variant.SINGLE_SLOT, KERNEL_NS, false, null);
    found.put(Part.PICK_UP, between(single, RECEIVE, ACK));
    long[] dispatched = new long[tasks];
    LongLog dual = logOf(Variant.DUAL_SLOT, KERNEL_NS, false, dispatched);
    found.put(Part.KERNEL_EXCESS, between(dual, START, END) - KERNEL_NS);
    long[] seen = new long[tasks];
    for (int i = 0; i < tasks; i++) {
      seen[i] = dual.get(i, RECEIVE) - dispatched[i];
    }
    found.put(Part.DISPATCH_SEEN, Middle.of(seen));
    found.put(
        Part.KERNEL_LEAST, between(logOf(Variant.DUAL_SLOT, 0, false, dispatched), START, END));
    LongLog ahead = logOf(Variant.DUAL_SLOT, KERNEL_NS, true, null);
    found.put(Part.PICK_UP_POINTER, between(ahead, RECEIVE, ACK));
    found.put(Part.KERNEL_START, between(ahead, ACK, START));
    long[] behind = new long[tasks - 1];
    for (int i = 1; i < tasks; i++) {
      behind[i - 1] = ahead.get(i, RECEIVE) - ahead.get(i - 1, END);
    }
    found.put(Part.LOOK_BEHIND, Middle.of(behind));
    return found;
  }

  private double between(LongLog log, int from, int to) {
    long[] times = new long[tasks];
    for (int i = 0; i < tasks; i++) {
      times[i] = log.get(i, to) - log.get(i, from);
    }
    return Middle.of(times);
  }

  /**
   * What a core logs while it is driven.
   *
   * @param ahead whether each task is dispatched while the one before it runs
   * @param dispatched takes the time of each dispatch; may be null if {@code ahead}
   */
  private LongLog logOf(Variant variant, long kernelNs, boolean ahead, long[] dispatched) {
    ProbeRun probe =
        new ProbeRun(
            variant, 1, Submission.PRELOADED, ProbeRun.independent(tasks, kernelNs).build());
    probe.start();
    CoreAgent core = probe.assembly.cores().get(0);
    RegisterPort port = probe.assembly.callerPort();
    Partner.beside(
        probe.loop(core),
        () -> {
          try {
            if (ahead) {
              driveAhead(probe, port);
            } else {
              drive(probe, port, dispatched == null ? new long[tasks] : dispatched);
            }
          } finally {
            port.storeDmbRelease(0, DmbWord.EXIT);
          }
        });
    return core.log();
  }

  private static SubtaskDispatch dispatch(ProbeRun probe, RegisterPort port) {
    BoundedWait wait =
        new BoundedWait(probe.scheduler, probe.run.control(), WaitKind.SPIN.create());
    return new SubtaskDispatch(probe.run, port, wait);
  }

  private void drive(ProbeRun probe, RegisterPort port, long[] dispatched) {
    SubtaskDispatch dispatch = dispatch(probe, port);
    CoreBook book = probe.book(0);
    Patience patience = new Patience("FIN of a probe's core");
    long ended = probe.run.now();
    for (int i = 0; i < tasks; i++) {
      while (probe.run.now() - ended < PAUSE_NS) {
        // The clock itself makes the pause.
      }
      dispatch.dispatch(book, i, false);
      dispatched[i] = book.running.dispatchNs;
      int fin = CondWord.fin(book.running.id);
      patience.begin();
      while (port.condAcquire(0) != fin) {
        patience.spend();
      }
      ended = probe.run.now();
      book.running.clear();
    }
  }

  private void driveAhead(ProbeRun probe, RegisterPort port) {
    SubtaskDispatch dispatch = dispatch(probe, port);
    CoreBook book = probe.book(0);
    Patience patience = new Patience("pick-up by a probe's core");
    dispatch.dispatch(book, 0, false);
    for (int i = 1; i < tasks; i++) {
      dispatch.dispatch(book, i, false);
      patience.begin();
      // FIN does as well as ACK: this thread may have been away for a whole kernel.
      while (CondWord.id(port.condAcquire(0)) != book.pending.id) {
        patience.spend();
      }
      book.promote();
    }
    int fin = CondWord.fin(book.running.id);
    patience.begin();
    while (port.condAcquire(0) != fin) {
      patience.spend();
    }
  }
}
