package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.COMPLETES_ONCE;
import static io.ackfin.protocol.Invariant.IDLE_IS_IDLE;
import static io.ackfin.protocol.Invariant.PROGRESS;
import static io.ackfin.protocol.Invariant.RUNS_ONCE;
import static io.ackfin.protocol.Invariant.SLOT_STABLE;

import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SystemBuilder;
import java.util.List;
import java.util.Set;

/** Dispatch ids that come round: narrowed counters, and the wrap of the full one. */
final class IdRows {
  /** Two ids before the block that is never dispatched. */
  static final int BEFORE_THE_WRAP = DispatchId.RESERVED - 2;

  private static final int TASKS = 6;

  private IdRows() {}

  static List<SuiteRow> all() {
    Rows rows = new Rows("dispatch ids");
    for (Variant variant : Variant.values()) {
      for (int modulus = 1; modulus <= 4; modulus++) {
        rows.add(
            variant + ", ids modulo " + modulus,
            SystemBuilder.of(counting(variant, DispatchId.FULL.modulo(modulus))).tasks(TASKS),
            broken(variant, modulus),
            why(variant, modulus));
      }
      rows.holds(
          variant + ", across the wrap of the full counter",
          SystemBuilder.of(counting(variant, DispatchId.FULL.startingAt(BEFORE_THE_WRAP)))
              .tasks(TASKS),
          "sixteen values are skipped, an even number, so that neighbours differ in their lowest"
              + " bit and none means anything else");
      rows.unsafe(
          variant + ", the original's narrower test for reserved ids",
          SystemBuilder.of(
              counting(variant, DispatchId.FULL.startingAt(BEFORE_THE_WRAP))
                  .withFault(Fault.NARROW_RESERVED_IDS)),
          Rows.breaks(PROGRESS),
          "one dispatch in two thousand million gets the id that means exit, and its core leaves",
          "skip the whole block from 0x7FFFFFF0 on");
    }
    return rows.all();
  }

  private static Protocol counting(Variant variant, DispatchId ids) {
    return Rows.protocol(variant).counting(ids);
  }

  private static Set<Invariant> broken(Variant variant, int modulus) {
    if (modulus == 1) {
      return Rows.breaks(RUNS_ONCE, COMPLETES_ONCE, SLOT_STABLE, IDLE_IS_IDLE);
    }
    return variant == Variant.DUAL_SLOT_PARITY && modulus == 3
        ? Rows.breaks(RUNS_ONCE, SLOT_STABLE)
        : Rows.NOTHING;
  }

  private static String why(Variant variant, int modulus) {
    if (modulus == 1) {
      return "a dispatch with the id of the one before it is no new one to the core";
    }
    if (variant == Variant.DUAL_SLOT_PARITY && modulus == 3) {
      return "ids 2 and 0 follow each other with the same lowest bit, and so share a slot";
    }
    return "an id has only to differ from its neighbours"
        + (variant == Variant.DUAL_SLOT_PARITY ? ", in this variant in its lowest bit" : "");
  }
}
