package io.ackfin.verify.suite;

import io.ackfin.handshake.Consequence;
import io.ackfin.handshake.Consequences;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.StoreOrder;
import io.ackfin.verify.SystemBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every protection off, alone and in the pairs that matter, with the consequence that is declared
 * for it; and alone on two cores, where nothing else may come of it.
 */
final class ProtectionRows {
  /** Those that concern how a task is put behind a running one and how its end shows. */
  private static final List<Protection> THAT_MEET =
      List.of(
          Protection.ACK_GUARD,
          Protection.SLOT_FLIP,
          Protection.FIN_SKIP,
          Protection.CASE_A,
          Protection.CASE_B,
          Protection.CASE_C,
          Protection.CASE_D,
          Protection.PAYLOAD_BEFORE_ACK);

  private ProtectionRows() {}

  static List<SuiteRow> alone() {
    Rows rows = new Rows("one protection off");
    for (Variant variant : Variant.values()) {
      for (Protection off : Protection.values()) {
        for (MemoryMode memory : MemoryMode.values()) {
          Consequence declared = Consequences.of(off, variant, memory);
          rows.add(
              variant + " without " + off + ", " + memory + " memory",
              SystemBuilder.of(Rows.protocol(variant).without(off)).memory(StoreOrder.of(memory)),
              broken(declared),
              declared.because());
        }
      }
    }
    return rows.all();
  }

  static List<SuiteRow> onTwoCores() {
    Rows rows = new Rows("one protection off, two cores");
    for (Variant variant : Variant.values()) {
      for (Protection off : Protection.values()) {
        Consequence declared = Consequences.of(off, variant, MemoryMode.IN_ORDER);
        rows.add(
            variant + " without " + off,
            SystemBuilder.of(Rows.protocol(variant).without(off)).cores(2, 0),
            broken(declared),
            declared.because());
      }
    }
    return rows.all();
  }

  static List<SuiteRow> pairs() {
    Rows rows = new Rows("two protections off");
    for (Variant variant : List.of(Variant.DUAL_SLOT, Variant.DUAL_SLOT_PARITY)) {
      for (int first = 0; first < THAT_MEET.size(); first++) {
        for (int second = first + 1; second < THAT_MEET.size(); second++) {
          pair(rows, variant, THAT_MEET.get(first), THAT_MEET.get(second));
        }
      }
    }
    return rows.all();
  }

  private static void pair(Rows rows, Variant variant, Protection first, Protection second) {
    Set<Invariant> expected = EnumSet.noneOf(Invariant.class);
    expected.addAll(broken(Consequences.of(first, variant, MemoryMode.IN_ORDER)));
    expected.addAll(broken(Consequences.of(second, variant, MemoryMode.IN_ORDER)));
    rows.add(
        variant + " without " + first + " and " + second,
        SystemBuilder.of(Rows.protocol(variant).without(first).without(second)),
        expected,
        expected.isEmpty()
            ? "what is left still tells of every end"
            : "each breaks what it breaks alone, and together nothing more");
  }

  private static Set<Invariant> broken(Consequence consequence) {
    return consequence instanceof Consequence.Violates violates
        ? violates.invariants()
        : Rows.NOTHING;
  }
}
