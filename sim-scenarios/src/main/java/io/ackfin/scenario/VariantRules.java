package io.ackfin.scenario;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;

/** Which protections and additions change anything in which variant. */
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

  /** Whether a variant's tables have a row that the addition changes. */
  public static boolean has(Variant variant, Addition addition) {
    return switch (addition) {
      case GUARD_ABORT -> variant == Variant.DUAL_SLOT;
    };
  }
}
