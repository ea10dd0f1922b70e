package io.ackfin.scenario;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;

/** Which protections, additions and faults change anything in which variant. */
public final class VariantRules {
  private VariantRules() {}

  /** Whether a variant's tables have a row that the protection is about. */
  public static boolean has(Variant variant, Protection protection) {
    return switch (variant) {
      case SINGLE_SLOT ->
          switch (protection) {
            // All of these are about a task that waits behind another.
            case ACK_GUARD, SLOT_FLIP, FIN_SKIP, CASE_A, CASE_B, CASE_D -> false;
            default -> true;
          };
      case DUAL_SLOT -> true;
      case DUAL_SLOT_PARITY -> protection != Protection.FIN_SKIP && protection != Protection.CASE_D;
    };
  }

  /**
   * The same, for tables with or without early staging, which lets FIN of the running dispatch
   * count in every variant with two slots if what is pending is gated.
   */
  public static boolean has(Variant variant, boolean earlyStaging, Protection protection) {
    boolean gatedCase =
        earlyStaging && variant == Variant.DUAL_SLOT_PARITY && protection == Protection.CASE_D;
    return gatedCase || has(variant, protection);
  }

  /** Whether a variant's tables have a row that the addition changes. */
  public static boolean has(Variant variant, Addition addition) {
    return switch (addition) {
      case GUARD_ABORT -> variant == Variant.DUAL_SLOT;
    };
  }

  /** Whether a variant's tables have a row that the fault is built into. */
  public static boolean has(Variant variant, Fault fault) {
    return switch (fault) {
      case CASE_D_AS_C, CASE_D_NO_PROMOTE -> variant != Variant.SINGLE_SLOT;
      case NARROW_RESERVED_IDS, COMPLETE_TWICE, LEAVE_WITHOUT_EXIT, OUTPUT_UNPUBLISHED -> true;
    };
  }
}
