package io.ackfin.runtime.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.KernelSync;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What the core read before its store to COND cannot be what the scheduler wrote after it saw that
 * store: hank.task after the ACK, a slot after the end of the kernel in it. Results: hank.task and
 * the payload's subtask, as the core read them.
 */
public class GuardedOverwrite {
  private static final int OLD_SUBTASK = 3;
  private static final int NEW_SUBTASK = 8;

  private GuardedOverwrite() {}

  /** A core with dispatch 1 in its slot 0. */
  @State
  public static class Core {
    final PayloadSlots slots = new PayloadSlots(1);
    final RegisterPort port = new RegisterPort(new RegisterFile(1), null);
    final int address = PayloadSlots.address(0, 0);

    /** Builds the old payload; the harness publishes it. */
    public Core() {
      build(OLD_SUBTASK);
      port.storeTaskOpaque(0, address);
    }

    final void build(int subtask) {
      slots.buildPlain(address, subtask, 0, 0, PayloadSlots.place(0, 1, KernelSync.NONE, 1));
    }

    void overwrite() {
      build(NEW_SUBTASK);
      port.storeTaskOpaque(0, PayloadSlots.other(address));
    }

    void read(II_Result result) {
      result.r1 = port.taskOpaque(0);
      result.r2 = slots.subtaskPlain(address);
    }
  }

  /** As the runtime does it. */
  @JCStressTest
  @Outcome(id = "1, 3", expect = ACCEPTABLE, desc = "What was dispatched.")
  @Outcome(expect = FORBIDDEN, desc = "What was written behind the guard.")
  public static class Guarded {
    /** The core: reads, then says so. */
    @Actor
    public void core(Core core, II_Result result) {
      core.read(result);
      core.port.storeCondRelease(0, CondWord.fin(1));
    }

    /** The scheduler: one look of its guard. */
    @Actor
    public void scheduler(Core core) {
      if (CondWord.id(core.port.condAcquire(0)) == 1) {
        core.overwrite();
      }
    }
  }

  /** As the fault ack-guard does it. */
  @JCStressTest
  @Outcome(id = "1, 3", expect = ACCEPTABLE, desc = "What was dispatched.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "What was written without a look.")
  public static class Unguarded {
    /** The core: reads, then says so. */
    @Actor
    public void core(Core core, II_Result result) {
      core.read(result);
      core.port.storeCondRelease(0, CondWord.fin(1));
    }

    /** The scheduler, which does not look. */
    @Actor
    public void scheduler(Core core) {
      core.overwrite();
    }
  }
}
