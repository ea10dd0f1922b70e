package io.ackfin.crosscheck.mutant;

import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.runtime.dispatch.Fault;
import io.ackfin.runtime.dispatch.Variant;

/**
 * What a fault is known to do in a variant.
 *
 * @param caughtBy the check, in the order of reports, that is the first to find it; null if it is
 *     harmless
 * @param harmlessBecause why no check can find it; empty if one can
 */
public record FaultEffect(CheckKind caughtBy, String harmlessBecause) {
  private static final String NOTHING_PENDING = "nothing is ever pending";
  private static final String ALWAYS_FIN = "FIN is always written";
  private static final String STARTUP_ONLY = "hank.task is accessed at start-up only";

  /** Whether it changes nothing that the protocol speaks of. */
  public boolean isHarmless() {
    return caughtBy == null;
  }

  /** What a fault does in a variant. */
  public static FaultEffect of(Fault fault, Variant variant) {
    String harmless =
        switch (variant) {
          case SINGLE_SLOT -> harmlessInSingleSlot(fault);
          case DUAL_SLOT -> "";
          case DUAL_SLOT_PARITY -> harmlessByParity(fault);
        };
    return harmless.isEmpty()
        ? new FaultEffect(caughtBy(fault), "")
        : new FaultEffect(null, harmless);
  }

  private static String harmlessInSingleSlot(Fault fault) {
    return switch (fault) {
      case ACK_GUARD,
          CASE_A,
          CASE_B,
          CASE_D,
          PENDING_BEFORE_RUNNING,
          FORGET_SUBSLOT,
          PROMOTE_WITHOUT_COMPLETING,
          FREE_SLOT_EARLY,
          OVERWRITE_DISPATCH_TIME ->
          NOTHING_PENDING;
      case SLOT_FLIP -> "there is one slot";
      case FIN_SKIP -> ALWAYS_FIN;
      case PAYLOAD_BEFORE_ACK, STORE_ORDER, CACHE_INVALIDATE -> STARTUP_ONLY;
      case CASE_C,
          COMPLETE_TWICE,
          WRONG_SLOT_READ,
          SWALLOW_FIN,
          STALE_PAYLOAD,
          LOST_HAND_OVER,
          KERNEL_ID_FROM_PENDING,
          LEAVE_WITHOUT_EXIT ->
          "";
    };
  }

  private static String harmlessByParity(Fault fault) {
    return switch (fault) {
      case FIN_SKIP -> ALWAYS_FIN;
      case CASE_D -> "FIN of the running dispatch is left to what comes behind it";
      case PAYLOAD_BEFORE_ACK, STORE_ORDER, CACHE_INVALIDATE -> STARTUP_ONLY;
      case ACK_GUARD,
          SLOT_FLIP,
          CASE_A,
          CASE_B,
          CASE_C,
          COMPLETE_TWICE,
          PENDING_BEFORE_RUNNING,
          FORGET_SUBSLOT,
          PROMOTE_WITHOUT_COMPLETING,
          FREE_SLOT_EARLY,
          WRONG_SLOT_READ,
          SWALLOW_FIN,
          STALE_PAYLOAD,
          LOST_HAND_OVER,
          OVERWRITE_DISPATCH_TIME,
          KERNEL_ID_FROM_PENDING,
          LEAVE_WITHOUT_EXIT ->
          "";
    };
  }

  private static CheckKind caughtBy(Fault fault) {
    return switch (fault) {
      case CASE_A,
          CASE_B,
          CASE_C,
          CASE_D,
          COMPLETE_TWICE,
          PENDING_BEFORE_RUNNING,
          FORGET_SUBSLOT,
          PROMOTE_WITHOUT_COMPLETING,
          OVERWRITE_DISPATCH_TIME,
          KERNEL_ID_FROM_PENDING ->
          CheckKind.DECISIONS;
      case ACK_GUARD,
          SLOT_FLIP,
          FIN_SKIP,
          PAYLOAD_BEFORE_ACK,
          STORE_ORDER,
          CACHE_INVALIDATE,
          FREE_SLOT_EARLY,
          WRONG_SLOT_READ,
          SWALLOW_FIN,
          STALE_PAYLOAD,
          LEAVE_WITHOUT_EXIT ->
          CheckKind.INCLUSION;
      // Who polls a core too seldom breaks no rule but that something always moves.
      case LOST_HAND_OVER -> CheckKind.INVARIANTS;
    };
  }
}
