package io.ackfin.run.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.StoreOrder;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What has to wait for something else does: stores, kernels that meet, output, threads that owe.
 */
@Tag("unit")
class WaitingTest {
  private static final Protocol DUAL = Protocol.of(Variant.DUAL_SLOT);

  @Test
  void aStoreDoesNotOvertakeAnotherInAQueue() {
    BoundedSystem system = Systems.of(DUAL, 1).memory(MemoryMode.FIFO).build();
    HandMadeWay second = twoStores().visible(0, 0, 1, "hank.task := slot 0");
    assertRefused(system, second, "STORE_VISIBLE: an earlier store holds it back");
    assertGone(system, twoStores().visible(0, 0, 0, "slot 0 := dispatch 1"));
  }

  /** Of payload, pointer and id only the id may overtake, and be overtaken. */
  @Test
  void onlyWhatCanMoveOvertakes() {
    StoreOrder idMoves = new StoreOrder(MemoryMode.RELAXED, EnumSet.of(Location.DMB));
    Protocol unordered = DUAL.without(Protection.STORE_ORDER);
    BoundedSystem system = Systems.of(unordered, 1).memory(idMoves).build();
    HandMadeWay pointer = twoStores().visible(0, 0, 1, "hank.task := slot 0");
    assertRefused(system, pointer, "STORE_VISIBLE: an earlier store holds it back");
    HandMadeWay id = twoStores().thread(0, 0, "STORE_ID", "DMB := 1").visible(0, 0, 2, "DMB := 1");
    assertGone(system, id);
  }

  private static HandMadeWay twoStores() {
    return new HandMadeWay()
        .dispatch(0, 0, 0, 1, "slot 0 := dispatch 1 (task 1)")
        .thread(0, 0, "STORE_POINTER", "hank.task := slot 0");
  }

  @Test
  void aKernelDoesNotEndBeforeItsSiblingHasStarted() {
    BoundedSystem system = pair(KernelSync.START);
    HandMadeWay alone = dispatchPair().starts(0, 1, 0).core(0, "END_KERNEL", "slot 0 = dispatch 1");
    assertRefused(system, alone, "CORE: the kernel waits for its siblings");
    HandMadeWay both =
        dispatchPair().starts(0, 1, 0).starts(1, 1, 0).core(0, "END_KERNEL", "slot 0 = dispatch 1");
    assertGone(system, both);
  }

  @Test
  void kernelsMeetAtABarrier() {
    BoundedSystem system = pair(KernelSync.BARRIER);
    HandMadeWay alone =
        dispatchPair()
            .starts(0, 1, 0)
            .starts(1, 1, 0)
            .happens(Kind.ARRIVE_AT_BARRIER, -1, 0, 0)
            .core(0, "END_KERNEL", "slot 0 = dispatch 1");
    assertRefused(system, alone, "CORE: the kernel waits for its siblings");
    HandMadeWay both =
        dispatchPair()
            .starts(0, 1, 0)
            .starts(1, 1, 0)
            .happens(Kind.ARRIVE_AT_BARRIER, -1, 0, 0)
            .happens(Kind.ARRIVE_AT_BARRIER, -1, 1, 0)
            .core(0, "END_KERNEL", "slot 0 = dispatch 1");
    assertGone(system, both);
  }

  private static BoundedSystem pair(KernelSync sync) {
    return Systems.of(DUAL, 1).cores(0, 2).shapes(ResourceShape.AIV_X2).kernelSync(sync).build();
  }

  /** A task of two vector subtasks, each on the core of its own subslot. */
  private static HandMadeWay dispatchPair() {
    int place = 2 << 4 | 1 << 2 | 3;
    HandMadeWay way = new HandMadeWay();
    way.by(Kind.DISPATCH, 0, 0, 1 | place << 8, "BUILD_PAYLOAD", "slot 0 := dispatch 1 (task 1)");
    publish(way, 0);
    way.thread(0, 1, "BUILD_PAYLOAD", "slot 0 := dispatch 1 (task 1)");
    return publish(way, 1);
  }

  private static HandMadeWay publish(HandMadeWay way, int core) {
    return way.thread(0, core, "STORE_POINTER", "hank.task := slot 0")
        .thread(0, core, "FENCE", "")
        .thread(0, core, "STORE_ID", "DMB := 1")
        .thread(0, core, "FENCE", "");
  }

  @Test
  void outputIsPublishedWhenItIsVisible() {
    BoundedSystem system = Systems.of(DUAL, 1).outputPosted().build();
    HandMadeWay early = untilTheEnd().core(0, "PUBLISH_OUTPUT", "");
    assertRefused(system, early, "CORE: the kernel's output is still on its way");
    HandMadeWay late = untilTheEnd().happens(Kind.OUTPUT, -1, 0, 0).core(0, "PUBLISH_OUTPUT", "");
    assertGone(system, late);
  }

  private static HandMadeWay untilTheEnd() {
    return new HandMadeWay()
        .dispatchFirst(0, 0, 0, 1)
        .starts(0, 1, 0)
        .core(0, "END_KERNEL", "slot 0 = dispatch 1");
  }

  /** Core 0 runs task 1, which core 1's task 2 needs; its FIN sends thread 0 to ring. */
  @Test
  void whoCompletesTheProducerRingsBeforeAnythingElse() {
    assertRefused(gated(), completed().poll(0, 1, ""), "POLL: the thread owes a ring or a look");
    HandMadeWay rung = completed().by(Kind.RING, 0, 1, 1, "STORE_BELL", "doorbell := 1");
    assertGone(gated(), rung.core(1, "AWAIT_BELL", "DMB = 1, doorbell = 1"));
    HandMadeWay twice =
        completed()
            .by(Kind.RING, 0, 1, 1, "STORE_BELL", "doorbell := 1")
            .by(Kind.RING, 0, 1, 1, "STORE_BELL", "doorbell := 1");
    assertRefused(gated(), twice, "RING: the thread owes no ring for that dispatch");
  }

  @Test
  void whoPublishesAGatedDispatchLooksAgainBeforeAnythingElse() {
    assertRefused(gated(), published().poll(0, 0, ""), "POLL: the thread owes a ring or a look");
    HandMadeWay looked = published().happens(Kind.RECHECK, 0, -1, 0);
    assertGone(gated(), looked.poll(0, 0, "COND = core idle: no case"));
    HandMadeWay twice = published().happens(Kind.RECHECK, 0, -1, 0).happens(Kind.RECHECK, 0, -1, 0);
    assertRefused(gated(), twice, "RECHECK: the thread owes no such look");
  }

  private static BoundedSystem gated() {
    return Systems.of(DUAL.staging(true), 2).cores(2, 0).build();
  }

  private static HandMadeWay published() {
    return new HandMadeWay().dispatchFirst(0, 0, 0, 1).dispatchFirst(0, 1, 1, 2);
  }

  private static HandMadeWay completed() {
    HandMadeWay way = published().happens(Kind.RECHECK, 0, -1, 0);
    for (int core = 0; core < 2; core++) {
      way.core(core, "READ_DMB", "DMB = 1")
          .core(core, "INVALIDATE_ALL", "all lines")
          .core(core, "READ_POINTER", "hank.task = slot 0")
          .core(core, "READ_GATE", "slot 0 = dispatch 1, " + (core == 0 ? "not gated" : "gated"));
    }
    return way.core(0, "WRITE_ACK", "COND := ACK(1)")
        .core(0, "START_KERNEL", "slot 0 = dispatch 1")
        .ends(0, 1, 0)
        .poll(0, 0, "COND = FIN(1): case C");
  }

  private static void assertGone(BoundedSystem system, HandMadeWay way) {
    ReplayResult result = Replay.of(system, way.steps()).run(List.of());
    assertThat(result.ending()).isEqualTo(ReplayEnding.MIDWAY);
    assertThat(result.broken()).isEmpty();
  }

  private static void assertRefused(BoundedSystem system, HandMadeWay way, String because) {
    int last = way.steps().size();
    assertThatThrownBy(() -> Replay.of(system, way.steps()).run(List.of()))
        .hasMessage("replay departs from the way at step " + last + ": " + because);
  }
}
