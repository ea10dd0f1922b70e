package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.probe.Middle;
import io.ackfin.runtime.probe.Part;
import io.ackfin.runtime.probe.Partner;
import io.ackfin.runtime.probe.Patience;
import io.ackfin.runtime.probe.Probe;
import java.util.EnumMap;
import java.util.Map;

/**
 * A scheduler with one slot, stepped by the probe. Its core is an echo on another thread ({@link
 * EchoCore}), which runs no kernel. The times are those that the scheduler takes down in any run,
 * and those of the echo.
 */
public final class SchedulerProbe implements Probe {
  private final int tasks;

  /** A probe that steps the scheduler through so many tasks, 4 or more. */
  public SchedulerProbe(int tasks) {
    this.tasks = tasks;
  }

  @Override
  public Map<Part, Double> repeat() {
    // One more, which is in flight when the others are complete.
    ProbeRun probe =
        new ProbeRun(
            Variant.SINGLE_SLOT,
            1,
            Submission.PRELOADED,
            ProbeRun.independent(tasks + 1, 0).build());
    probe.start();
    long[] dispatched = new long[tasks];
    long[] turnEnded = new long[tasks];
    EchoCore echo = new EchoCore(probe, tasks + 1);
    Partner.beside(
        probe.loop(echo),
        () -> {
          try {
            step(probe, dispatched, turnEnded);
          } finally {
            probe.assembly.callerPort().storeDmbRelease(0, DmbWord.EXIT);
          }
        });
    return evaluate(probe.scheduler.completions().log(), echo, dispatched, turnEnded);
  }

  private void step(ProbeRun probe, long[] dispatched, long[] turnEnded) {
    SchedulerAgent scheduler = probe.scheduler;
    LongLog completions = scheduler.completions().log();
    InFlight running = probe.book(0).running;
    Patience patience = new Patience("FIN of an echo");
    scheduler.doWork();
    for (int i = 0; i < tasks; i++) {
      patience.begin();
      // One turn completes what has ended and dispatches what comes next.
      while (scheduler.doWork() == 0 || completions.entries() == i) {
        Thread.onSpinWait();
        patience.spend();
      }
      turnEnded[i] = probe.run.now();
      dispatched[i] = running.dispatchNs;
    }
  }

  private Map<Part, Double> evaluate(
      LongLog completions, EchoCore echo, long[] dispatched, long[] turnEnded) {
    long[] judged = new long[tasks];
    for (int i = 0; i < tasks; i++) {
      long finish = completions.get(i, 3);
      judged[i] = finish - echo.finNs(i);
      turnEnded[i] -= dispatched[i];
      dispatched[i] -= finish;
    }
    Map<Part, Double> found = new EnumMap<>(Part.class);
    found.put(Part.FIN_JUDGED, Middle.of(judged));
    found.put(Part.JUDGED_TO_DISPATCH, Middle.of(dispatched));
    found.put(Part.AFTER_DISPATCH, Middle.of(turnEnded));
    return found;
  }

  /** What a scheduler takes for a core: all of a core's accesses, and a pause for a kernel. */
  private static final class EchoCore implements Agent {
    private static final long PAUSE_NS = 400;

    /** By so much pauses differ at most, so that FIN comes at any point of a turn. */
    private static final int PAUSE_VARIES = 128;

    private static final int STEP = 37;

    private final ProbeRun probe;
    private final RegisterPort port;
    private final long[] finNs;
    private int ended;
    private int last;
    private long checksums;

    EchoCore(ProbeRun probe, int tasks) {
      this.probe = probe;
      port = probe.assembly.probePort();
      last = port.dmbAcquire(0);
      finNs = new long[tasks];
    }

    /** When the clock was last read before a FIN, of the task that ended as number so and so. */
    long finNs(int task) {
      return finNs[task];
    }

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public void onStart() {
      // It was started as a core.
    }

    @Override
    public int doWork() {
      int word = port.dmbAcquire(0);
      if (word == DmbWord.EXIT) {
        return DONE;
      }
      if (word == last) {
        return 0;
      }
      last = word;
      int address = PayloadSlots.address(0, 0);
      checksums += probe.run.slots().checksumPlain(address);
      port.storeCondRelease(0, CondWord.ack(word));
      long began = probe.run.now();
      long pause = PAUSE_NS + (long) ended * STEP % PAUSE_VARIES;
      while (probe.run.now() - began < pause) {
        // The clock itself makes the pause.
      }
      finNs[ended++] = probe.run.now();
      // A core looks whether more waits.
      if (port.dmbAcquire(0) == word) {
        port.storeCondRelease(0, CondWord.fin(word));
      }
      return 1;
    }

    @Override
    public void onAbort() {
      port.storeDmbRelease(0, DmbWord.EXIT);
    }

    @Override
    public void onClose() {
      // Whoever exits it does not wait for an answer.
    }

    @Override
    public String waitsFor() {
      return "a dispatch, after " + ended + " with the checksum " + checksums;
    }
  }
}
