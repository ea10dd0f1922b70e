package io.ackfin.run.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.Answer;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Explorer;
import io.ackfin.verify.ExplorerOptions;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.SearchWatcher;
import io.ackfin.verify.Shutdown;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The explorer's counterexamples, judged by the devices: each way can be gone, every operation and
 * value is as the explorer has it, and the checks that watch every run see the invariant broken.
 */
@Tag("property")
class ExplorersWaysTest {
  private static final ExplorerOptions SMALL = new ExplorerOptions(400_000, 1L << 29, true, false);

  @ParameterizedTest
  @MethodSource({"orders", "meetings", "starts", "rings"})
  void theDevicesBreakWhatTheExplorerSaysIsBroken(BoundedSystem system) {
    Answer answer = Explorer.explore(system, SMALL, SearchWatcher.none());
    Set<Invariant> claimed = EnumSet.noneOf(Invariant.class);
    answer.violated().forEach(found -> claimed.add(found.invariant()));

    assertThat(answer.unfinished()).isEmpty();
    assertThat(claimed).isNotEmpty();
    for (Counterexample found : answer.violated()) {
      ReplayResult result = Replay.of(system, found).run(List.of());
      assertThat(result.broken()).contains(found.invariant());
      assertThat(result.verdict(found.invariant()).firstTick())
          .as("the last step of the way breaks it, or what follows")
          .isGreaterThanOrEqualTo(found.steps().size() * Replay.STEP_TICKS);
      assertThat(claimed).containsAll(withoutConsequences(result));
    }
  }

  /**
   * A kernel that runs another's payload leaves the subtask that it was for without an end. The
   * checks go by subtasks and say so when that is completed; the explorer goes by dispatches.
   */
  private static List<Invariant> withoutConsequences(ReplayResult result) {
    List<Invariant> broken = new ArrayList<>(result.broken());
    if (broken.contains(Invariant.RUNS_ONCE)) {
      broken.remove(Invariant.COMPLETES_ONCE);
    }
    return broken;
  }

  /** What memory, caches, ids and faults of the tables break. */
  static List<BoundedSystem> orders() {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    Protocol single = Protocol.of(Variant.SINGLE_SLOT);
    Protocol parity = Protocol.of(Variant.DUAL_SLOT_PARITY);
    return List.of(
        Systems.of(dual.without(Protection.ACK_GUARD), 4).build(),
        Systems.of(dual.without(Protection.SLOT_FLIP), 3).build(),
        Systems.of(dual.without(Protection.PAYLOAD_BEFORE_ACK), 3).build(),
        Systems.of(dual.without(Protection.CASE_A), 3).build(),
        Systems.of(dual.without(Protection.CACHE_INVALIDATE), 4).build(),
        Systems.of(dual.without(Protection.CACHE_INVALIDATE_HANK), 3).build(),
        Systems.of(single.without(Protection.CACHE_INVALIDATE_PAYLOAD), 2).build(),
        Systems.of(dual.without(Protection.STORE_ORDER), 3).memory(MemoryMode.RELAXED).build(),
        Systems.of(parity.without(Protection.ACK_GUARD), 4).memory(MemoryMode.FIFO).build(),
        Systems.of(parity.counting(DispatchId.FULL.modulo(1)), 2).build(),
        Systems.of(dual.counting(DispatchId.FULL.modulo(1)), 2).build(),
        Systems.of(dual.withFault(Fault.CASE_D_AS_C), 3).build(),
        Systems.of(dual.withFault(Fault.CASE_D_NO_PROMOTE), 3).build(),
        Systems.of(dual.withFault(Fault.COMPLETE_TWICE), 2).build(),
        Systems.of(single.withFault(Fault.OUTPUT_UNPUBLISHED), 1).outputPosted().build(),
        Systems.of(single.without(Protection.CASE_C), 1).outputPosted().build(),
        Systems.of(dual.withFault(Fault.LEAVE_WITHOUT_EXIT), 1).build(),
        Systems.of(
                single
                    .withFault(Fault.NARROW_RESERVED_IDS)
                    .counting(DispatchId.FULL.startingAt(DispatchId.RESERVED - 1)),
                2)
            .build());
  }

  /** Kernels that meet, two subtasks on one core, threads that share a chip. */
  static List<BoundedSystem> meetings() {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    return List.of(
        Systems.of(dual.without(Protection.CASE_C), 1)
            .cores(1, 2)
            .shapes(ResourceShape.AIC_AIV_X2)
            .build(),
        Systems.of(dual, 2)
            .cores(0, 2)
            .shapes(ResourceShape.AIV_X1, ResourceShape.AIV_X2)
            .placement(Placement.SELECT_AIV)
            .kernelSync(KernelSync.START)
            .build(),
        Systems.of(dual, 2)
            .cores(0, 2)
            .shapes(ResourceShape.AIV_X1, ResourceShape.AIV_X2)
            .placement(Placement.SELECT_AIV)
            .kernelSync(KernelSync.BARRIER)
            .build(),
        Systems.of(dual.without(Protection.ACK_GUARD), 3).threads(2).cores(2, 0).handOver().build(),
        Systems.of(dual.without(Protection.CASE_A), 3).paths(PendingDispatch.SKIP).build());
  }

  /** Start-ups, and ends before the end. */
  static List<BoundedSystem> starts() {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    return List.of(
        Systems.of(dual.without(Protection.ACK_GUARD), 3).shutdown(Shutdown.ANY_TIME).build(),
        Systems.of(Protocol.of(Variant.SINGLE_SLOT).counting(DispatchId.FULL.modulo(1)), 3)
            .shutdown(Shutdown.ANY_TIME)
            .build(),
        Systems.of(dual, 2).shutdown(Shutdown.EMERGENCY).build(),
        Systems.of(dual.with(Addition.GUARD_ABORT).without(Protection.CASE_A), 2)
            .memory(MemoryMode.FIFO)
            .shutdown(Shutdown.EMERGENCY)
            .build(),
        Systems.of(dual.startingBy(Startup.HANDSHAKE).withFault(Fault.LEAVE_WITHOUT_EXIT), 1)
            .shutdown(Shutdown.ANY_TIME)
            .build(),
        Systems.of(dual.startingBy(Startup.REPORT_FIRST).without(Protection.CASE_B), 3)
            .shutdown(Shutdown.EMERGENCY)
            .build());
  }

  /** Doorbells. */
  static List<BoundedSystem> rings() {
    Protocol dual = Protocol.of(Variant.DUAL_SLOT);
    Protocol early = Protocol.of(Variant.DUAL_SLOT_PARITY).staging(true);
    return List.of(
        Systems.of(early.counting(DispatchId.FULL.modulo(1)), 2).build(),
        Systems.of(dual.staging(true).counting(DispatchId.FULL.modulo(1)), 3).build(),
        Systems.of(early.counting(DispatchId.FULL.modulo(2)), 3).build(),
        Systems.of(early.without(Protection.CASE_C), 2).threads(2).cores(2, 0).build(),
        Systems.of(early.without(Protection.ACK_GUARD), 3).shutdown(Shutdown.EMERGENCY).build());
  }

  /** Cores change hands in no shortest way into anything; a way of that kind is made by hand. */
  @Test
  void everyKindOfMoveOccurs() {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (List<BoundedSystem> systems : List.of(orders(), meetings(), starts(), rings())) {
      for (BoundedSystem system : systems) {
        Answer answer = Explorer.explore(system, SMALL, SearchWatcher.none());
        answer
            .violated()
            .forEach(found -> found.steps().forEach(step -> seen.add(step.move().kind())));
      }
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).containsExactly(Kind.HAND_OVER);
  }

  /** What the explorer says nothing breaks: a fair run on the devices ends and breaks nothing. */
  @ParameterizedTest
  @MethodSource("sound")
  void theDevicesKeepWhatTheExplorerSaysHolds(BoundedSystem system) {
    Answer answer = Explorer.explore(system, SMALL, SearchWatcher.none());
    ReplayResult result = Replay.of(system, List.of()).goingOn().run(List.of());

    assertThat(answer.violated()).isEmpty();
    assertThat(result.ending()).isEqualTo(ReplayEnding.FINISHED);
    assertThat(result.broken()).isEmpty();
  }

  static List<BoundedSystem> sound() {
    List<BoundedSystem> systems = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      Protocol started = Protocol.of(variant).startingBy(Startup.HANDSHAKE);
      systems.add(Systems.of(started, 4).build());
      Protocol early = Protocol.of(variant).staging(true);
      // Where a dispatch behind keeps FIN from being written, a gated one keeps its own producer's.
      systems.add(Systems.of(early.without(Protection.FIN_SKIP), 3).build());
      systems.add(
          Systems.of(Protocol.of(variant), 3)
              .cores(1, 1)
              .shapes(ResourceShape.AIC_AIV_X1, ResourceShape.AIV_X1)
              .paths(PendingDispatch.SKIP)
              .kernelSync(KernelSync.BARRIER)
              .build());
    }
    return systems;
  }
}
