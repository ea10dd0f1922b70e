package io.ackfin.run.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.check.Verdict;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Shutdown;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ways written by hand, each operation and value with them, and what the devices then break. */
@Tag("unit")
class HandMadeWaysTest {
  private static final Protocol DUAL = Protocol.of(Variant.DUAL_SLOT);

  @Test
  void oneTaskFromItsDispatchToTheCoresEndKeepsEverything() {
    ReplayResult result = run(Systems.of(DUAL, 1).build(), HandMadeWay.wholeRun());

    assertThat(result.ending()).isEqualTo(ReplayEnding.FINISHED);
    assertThat(result.broken()).isEmpty();
    assertThat(result.verdicts())
        .extracting(Verdict::invariant)
        .containsExactly(Invariant.values());
    assertThat(List.of(result.steps(), result.more())).containsExactly(21, 0);
    assertThat(result.endTick()).isEqualTo(21 * Replay.STEP_TICKS);
  }

  @Test
  void aWayThatEndsInTheMiddleLacksNothingYet() {
    HandMadeWay way = new HandMadeWay().dispatchFirst(0, 0, 0, 1).starts(0, 1, 0);
    ReplayResult result = run(Systems.of(DUAL, 1).build(), way);

    assertThat(result.ending()).isEqualTo(ReplayEnding.MIDWAY);
    assertThat(result.broken()).isEmpty();
    assertThat(result.waiting()).isEmpty();
  }

  /** Nobody waits until the core has read the first id: the second one takes its place. */
  @Test
  void withoutTheGuardACoreRunsTheTaskBehindTheOneItShouldRun() {
    HandMadeWay way = new HandMadeWay().dispatchFirst(0, 0, 0, 1);
    dispatchSecond(way).starts(0, 2, 1);
    BoundedSystem system = Systems.of(DUAL.without(Protection.ACK_GUARD), 2).build();

    assertBreaks(
        run(system, way),
        Invariant.RUNS_ONCE,
        15,
        "core 0 ran the payload of task 2 AIC (expected: that of task 1 AIC)");
  }

  private static HandMadeWay dispatchSecond(HandMadeWay way) {
    return way.dispatch(0, 0, 0, 2, "slot 1 := dispatch 2 (task 2)")
        .thread(0, 0, "STORE_POINTER", "hank.task := slot 1")
        .thread(0, 0, "FENCE", "")
        .thread(0, 0, "STORE_ID", "DMB := 2")
        .thread(0, 0, "FENCE", "");
  }

  @Test
  void withoutTheFlipAPayloadIsWrittenUnderARunningKernel() {
    HandMadeWay way =
        new HandMadeWay()
            .dispatchFirst(0, 0, 0, 1)
            .starts(0, 1, 0)
            .dispatch(0, 0, 0, 2, "slot 0 := dispatch 2 (task 2)");
    BoundedSystem system = Systems.of(DUAL.without(Protection.SLOT_FLIP), 2).build();

    assertBreaks(
        run(system, way),
        Invariant.SLOT_STABLE,
        11,
        "slot 0 of core 0 was written for task 2 AIC while task 1 AIC may still read it");
  }

  /** The id is visible first; the core finds nothing in the slot, and then it changes. */
  @Test
  void withoutTheBarrierAnIdOvertakesItsPayload() {
    HandMadeWay way =
        new HandMadeWay()
            .dispatch(0, 0, 0, 1, "slot 0 := dispatch 1 (task 1)")
            .thread(0, 0, "STORE_POINTER", "hank.task := slot 0")
            .thread(0, 0, "STORE_ID", "DMB := 1")
            .visible(0, 0, 2, "DMB := 1")
            .core(0, "READ_DMB", "DMB = 1")
            .core(0, "INVALIDATE_ALL", "all lines")
            .core(0, "READ_POINTER", "hank.task = slot 0")
            .core(0, "WRITE_ACK", "COND := ACK(1)")
            .core(0, "START_KERNEL", "slot 0 = unbuilt")
            .visible(0, 0, 0, "slot 0 := dispatch 1");
    Protocol unordered = DUAL.without(Protection.STORE_ORDER);
    ReplayResult result = run(Systems.of(unordered, 1).memory(MemoryMode.RELAXED).build(), way);

    assertThat(result.broken()).containsExactly(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
    assertThat(result.verdict(Invariant.RUNS_ONCE).firstMessage())
        .isEqualTo("core 0 ran the payload of nothing (expected: that of task 1 AIC)");
    assertThat(result.verdict(Invariant.SLOT_STABLE).firstTick()).isEqualTo(10 * Replay.STEP_TICKS);
  }

  @Test
  void aLineThatIsNotInvalidatedHoldsThePayloadBefore() {
    HandMadeWay way =
        new HandMadeWay()
            .dispatch(0, 0, 0, 1, "slot 0 := dispatch 1 (task 1)")
            .thread(0, 0, "FENCE", "")
            .thread(0, 0, "STORE_ID", "DMB := 1")
            .thread(0, 0, "FENCE", "")
            .core(0, "READ_DMB", "DMB = 1")
            .core(0, "INVALIDATE_HANK", "hank.task")
            .core(0, "WRITE_ACK", "COND := ACK(1)")
            .core(0, "START_KERNEL", "slot 0 = dispatch 1")
            .core(0, "END_KERNEL", "slot 0 = dispatch 1")
            .core(0, "PUBLISH_OUTPUT", "")
            .core(0, "WRITE_FIN", "COND := FIN(1)")
            .poll(0, 0, "COND = FIN(1): case C")
            .dispatch(0, 0, 0, 2, "slot 0 := dispatch 2 (task 2)")
            .thread(0, 0, "FENCE", "")
            .thread(0, 0, "STORE_ID", "DMB := 2")
            .core(0, "READ_DMB", "DMB = 2")
            .core(0, "INVALIDATE_HANK", "hank.task")
            .core(0, "WRITE_ACK", "COND := ACK(2)")
            .cached(0, "START_KERNEL", "slot 0 = dispatch 1, from its cache");
    Protocol single = Protocol.of(Variant.SINGLE_SLOT);
    BoundedSystem system =
        Systems.of(single.without(Protection.CACHE_INVALIDATE_PAYLOAD), 2).build();

    assertBreaks(
        run(system, way),
        Invariant.RUNS_ONCE,
        19,
        "core 0 ran the payload of task 1 AIC (expected: that of task 2 AIC)");
  }

  /** Cluster 0 goes to the other thread, which then has both. */
  @Test
  void coresChangeHandsWithEverythingThatIsKnownOfThem() {
    HandMadeWay way =
        new HandMadeWay()
            .dispatchFirst(0, 0, 0, 1)
            .happens(Kind.HAND_OVER, -1, -1, 0b11)
            .dispatchFirst(1, 1, 1, 2)
            .starts(0, 1, 0)
            .starts(1, 1, 0)
            .ends(1, 1, 0)
            .ends(0, 1, 0)
            .poll(1, 0, "COND = FIN(1): case C")
            .poll(1, 1, "COND = FIN(1): case C")
            .leaves(1, 1)
            .leaves(1, 0);
    BoundedSystem system = Systems.of(DUAL, 2).threads(2).cores(2, 0).handOver().build();
    ReplayResult result = run(system, way);

    assertThat(result.ending()).isEqualTo(ReplayEnding.FINISHED);
    assertThat(result.broken()).isEmpty();
  }

  /** Start-up, then a stop; the owner gives the core up that does not answer, which then leaves. */
  @Test
  void aRunThatIsStoppedEarlyMayLackTasks() {
    HandMadeWay way =
        new HandMadeWay()
            .by(Kind.STARTUP, 0, 0, 0, "STORE_FIRST_POINTER", "hank.task := slot 0")
            .thread(0, 0, "FENCE", "")
            .thread(0, 0, "CALL", "aicpu_ready := 1")
            .core(0, "AWAIT_CALL", "")
            .core(0, "REPORT", "")
            .thread(0, 0, "AWAIT_REPORT", "")
            .thread(0, 0, "OPEN_WINDOW", "window := open")
            .thread(0, 0, "STORE_IDLE", "DMB := idle")
            .thread(0, 0, "FENCE", "")
            .thread(0, 0, "SAY_OPEN", "window open said := 1")
            .core(0, "AWAIT_WINDOW", "")
            .core(0, "WRITE_IDLE", "COND := core idle")
            .core(0, "SAY_DONE", "")
            .thread(0, 0, "AWAIT_DONE", "")
            .dispatchFirst(0, 0, 0, 1)
            .happens(Kind.STOP, Move.STOPPER, -1, 0)
            .exit(0, 0)
            .by(Kind.EXPIRE, 0, 0, 0, "AWAIT_EXITED", "the bound expires")
            .core(0, "READ_DMB", "DMB = exit")
            .core(0, "WRITE_EXITED", "COND := core exited");
    Protocol started = DUAL.startingBy(Startup.HANDSHAKE);
    ReplayResult result = run(Systems.of(started, 2).shutdown(Shutdown.ANY_TIME).build(), way);

    assertThat(result.ending()).isEqualTo(ReplayEnding.STOPPED);
    assertThat(result.broken()).isEmpty();
  }

  /** Nothing but FIN of the last dispatch tells that it is complete, and that row is gone. */
  @Test
  void whereNothingMovesAnyMoreTheReplaySaysWhoWaitsForWhat() {
    HandMadeWay way = new HandMadeWay().dispatchFirst(0, 0, 0, 1).starts(0, 1, 0).ends(0, 1, 0);
    BoundedSystem system = Systems.of(DUAL.without(Protection.CASE_C), 1).build();
    ReplayResult result = Replay.of(system, progress(way, 0)).run(List.of());

    assertThat(result.ending()).isEqualTo(ReplayEnding.STUCK);
    assertThat(result.broken()).containsExactly(Invariant.PROGRESS);
    assertThat(result.verdict(Invariant.PROGRESS).firstMessage())
        .isEqualTo("nothing moves any more");
    assertThat(result.waiting())
        .containsExactly(
            "AIC: at READ_DMB (id 1), COND = FIN(1); its scheduler waits for dispatch 1",
            "thread 0: turns in its loop",
            "task 1: not complete");
  }

  /** The claim is not believed: the run goes on behind the way, and comes to its end. */
  @Test
  void aStandstillThatIsNoneIsFoundOut() {
    HandMadeWay way = new HandMadeWay().dispatchFirst(0, 0, 0, 1).starts(0, 1, 0).ends(0, 1, 0);
    ReplayResult result = Replay.of(Systems.of(DUAL, 2).build(), progress(way, 0)).run(List.of());

    assertThat(result.ending()).isEqualTo(ReplayEnding.FINISHED);
    assertThat(result.broken()).isEmpty();
    assertThat(result.more()).isPositive();
  }

  @Test
  void aRoundIsTakenAgainAndAgain() {
    HandMadeWay way =
        new HandMadeWay()
            .dispatchFirst(0, 0, 0, 1)
            .starts(0, 1, 0)
            .poll(0, 0, "COND = ACK(1): no case");
    ReplayResult result = Replay.of(Systems.of(DUAL, 1).build(), progress(way, 1)).run(List.of());

    assertThat(result.broken()).containsExactly(Invariant.PROGRESS);
    assertThat(result.why()).isEqualTo("it goes round: the last step was taken again and again");
    assertThat(result.more()).isEqualTo(3);
  }

  private static Counterexample progress(HandMadeWay way, int round) {
    return new Counterexample(Invariant.PROGRESS, "claimed", way.steps(), List.of(), round);
  }

  private static ReplayResult run(BoundedSystem system, HandMadeWay way) {
    return Replay.of(system, way.steps()).run(List.of());
  }

  private static void assertBreaks(
      ReplayResult result, Invariant invariant, int step, String message) {
    assertThat(result.ending()).isEqualTo(ReplayEnding.MIDWAY);
    assertThat(result.broken()).containsExactly(invariant);
    Verdict verdict = result.verdict(invariant);
    assertThat(verdict.firstTick()).isEqualTo(step * Replay.STEP_TICKS);
    assertThat(verdict.firstMessage()).isEqualTo(message);
  }
}
