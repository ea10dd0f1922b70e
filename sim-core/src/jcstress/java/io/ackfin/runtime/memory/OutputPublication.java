package io.ackfin.runtime.memory;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.ackfin.protocol.CondWord;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * The store to COND publishes what the kernel wrote, whether it is FIN or the ACK of the dispatch
 * behind it. Results: the id in COND, 0 before, and the output that was read, -1 if it was not.
 */
public class OutputPublication {
  private static final int OUTPUT = 5;

  private OutputPublication() {}

  /** A core and what its kernel writes to. */
  @State
  public static class Core {
    final RegisterPort port = new RegisterPort(new RegisterFile(1), null);
    int output;

    void look(II_Result result) {
      result.r1 = CondWord.id(port.condAcquire(0));
      result.r2 = result.r1 == 0 ? -1 : output;
    }
  }

  /** As the runtime does it: FIN. */
  @JCStressTest
  @Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "Not over yet.")
  @Outcome(id = "1, 5", expect = ACCEPTABLE, desc = "Over, and the output is there.")
  @Outcome(expect = FORBIDDEN, desc = "Over without its output.")
  public static class Fin {
    /** The core. */
    @Actor
    public void core(Core core) {
      core.output = OUTPUT;
      core.port.storeCondRelease(0, CondWord.fin(1));
    }

    /** The scheduler. */
    @Actor
    public void scheduler(Core core, II_Result result) {
      core.look(result);
    }
  }

  /** As the runtime does it: no FIN of 1, but ACK of 2. */
  @JCStressTest
  @Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "Not over yet.")
  @Outcome(id = "2, 5", expect = ACCEPTABLE, desc = "The next one began: over.")
  @Outcome(expect = FORBIDDEN, desc = "Over without its output.")
  public static class NextAck {
    /** The core. */
    @Actor
    public void core(Core core) {
      core.output = OUTPUT;
      core.port.storeCondRelease(0, CondWord.ack(2));
    }

    /** The scheduler. */
    @Actor
    public void scheduler(Core core, II_Result result) {
      core.look(result);
    }
  }

  /** A core that says that the kernel is over before it made the output visible. */
  @JCStressTest
  @Outcome(id = "0, -1", expect = ACCEPTABLE, desc = "Not over yet.")
  @Outcome(id = "1, 5", expect = ACCEPTABLE, desc = "Over, and the output is there.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "Over without its output.")
  public static class TooEarly {
    /** The core. */
    @Actor
    public void core(Core core) {
      core.port.storeCondRelease(0, CondWord.fin(1));
      core.output = OUTPUT;
    }

    /** The scheduler. */
    @Actor
    public void scheduler(Core core, II_Result result) {
      core.look(result);
    }
  }
}
