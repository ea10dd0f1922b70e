package io.ackfin.runtime.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.ackfin.protocol.KernelSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The store to DMB publishes hank.task and the payload. Results: DMB, then hank.task and the
 * payload's subtask as a core reads them that found the id, or -1 if it did not.
 */
public class DispatchPublication {
  private static final int SUBTASK = 7;
  private static final int NOTHING = -1;

  private DispatchPublication() {}

  /** What both sides share. */
  @State
  public static class Core {
    final PayloadSlots slots = new PayloadSlots(1);
    final RegisterPort port = new RegisterPort(new RegisterFile(1), null);
    final int address = PayloadSlots.address(0, 1);

    void build() {
      slots.buildPlain(address, SUBTASK, 0, 0, PayloadSlots.place(0, 1, KernelSync.NONE, 1));
    }

    void pickUp(III_Result result) {
      result.r1 = port.dmbAcquire(0);
      result.r2 = NOTHING;
      result.r3 = NOTHING;
      if (result.r1 == 1) {
        Fences.invalidateCache();
        result.r2 = port.taskOpaque(0);
        result.r3 = slots.subtaskPlain(result.r2);
      }
    }
  }

  /** As the runtime does it. */
  @JCStressTest
  @Outcome(id = "0, -1, -1", expect = ACCEPTABLE, desc = "Not dispatched yet.")
  @Outcome(id = "1, 2, 7", expect = ACCEPTABLE, desc = "Dispatched, and everything is there.")
  @Outcome(expect = FORBIDDEN, desc = "The id was seen before what it publishes.")
  public static class InOrder {
    /** The scheduler. */
    @Actor
    public void scheduler(Core core) {
      core.build();
      core.port.storeTaskOpaque(0, core.address);
      Fences.fullBarrier();
      core.port.storeDmbRelease(0, 1);
    }

    /** The core. */
    @Actor
    public void core(Core core, III_Result result) {
      core.pickUp(result);
    }
  }

  /** As the fault store-order does it: what is forbidden above is what this one shows. */
  @JCStressTest
  @Outcome(id = "0, -1, -1", expect = ACCEPTABLE, desc = "Not dispatched yet.")
  @Outcome(id = "1, 2, 7", expect = ACCEPTABLE, desc = "Dispatched, and everything is there.")
  @Outcome(id = "1, 0, 0", expect = ACCEPTABLE_INTERESTING, desc = "The core found no address.")
  @Outcome(expect = FORBIDDEN, desc = "Something else went wrong.")
  public static class OutOfOrder {
    /** The scheduler. */
    @Actor
    public void scheduler(Core core) {
      core.build();
      core.port.storeDmbRelease(0, 1);
      core.port.storeTaskOpaque(0, core.address);
    }

    /** The core. */
    @Actor
    public void core(Core core, III_Result result) {
      core.pickUp(result);
    }
  }
}
