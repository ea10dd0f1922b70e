package io.ackfin.runtime.dispatch;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.ackfin.protocol.DispatchId;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * The new owner of a core finds in its plain fields what the owner before wrote there, through the
 * meeting. The new owner is the orchestrator, who deals; another one finds it through a volatile
 * word that was written after that. Results: whether it was dealt, then the running id, the next id
 * and the slot that the new owner finds, or 0 if it was not dealt.
 */
public class HandedOverBook {
  private static final int ID = 4;

  private HandedOverBook() {}

  /** A core's book, and a meeting of one scheduler that the orchestrator joins. */
  @State
  public static class Meeting {
    final CoreBook book = new CoreBook(0, DispatchId.FULL);
    final HandOver handOver = new HandOver(1, 2);

    void dispatch() {
      book.running.id = ID;
      book.take(ID);
      book.slot = 1;
    }

    void dealAndTake(IIII_Result result) {
      handOver.deal();
      result.r1 = 1;
      result.r2 = book.running.id;
      result.r3 = book.nextId;
      result.r4 = book.slot;
    }
  }

  /** As the runtime does it. */
  @JCStressTest
  @Outcome(id = "0, 0, 0, 0", expect = ACCEPTABLE, desc = "Not dealt yet.")
  @Outcome(id = "1, 4, 5, 1", expect = ACCEPTABLE, desc = "All that the last owner knew.")
  @Outcome(expect = FORBIDDEN, desc = "Something of an earlier time.")
  public static class Met {
    /** The owner before. */
    @Actor
    public void before(Meeting meeting) {
      meeting.dispatch();
      meeting.handOver.arrive();
    }

    /** The orchestrator, one look. */
    @Actor
    public void orchestrator(Meeting meeting, IIII_Result result) {
      if (meeting.handOver.allArrived()) {
        meeting.dealAndTake(result);
      }
    }
  }

  /** An orchestrator that does not wait for all to arrive. */
  @JCStressTest
  @Outcome(id = "1, 4, 5, 1", expect = ACCEPTABLE, desc = "All that the last owner knew.")
  @Outcome(expect = ACCEPTABLE_INTERESTING, desc = "Something of an earlier time.")
  public static class NotMet {
    /** The owner before. */
    @Actor
    public void before(Meeting meeting) {
      meeting.dispatch();
      meeting.handOver.arrive();
    }

    /** The orchestrator, who does not look. */
    @Actor
    public void orchestrator(Meeting meeting, IIII_Result result) {
      meeting.dealAndTake(result);
    }
  }
}
