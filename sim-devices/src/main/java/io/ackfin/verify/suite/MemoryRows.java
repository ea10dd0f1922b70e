package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.RUNS_ONCE;
import static io.ackfin.protocol.Invariant.SLOT_STABLE;

import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.StoreOrder;
import io.ackfin.verify.SystemBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Stores that pass one another, place by place, with and without the barrier; posted output. */
final class MemoryRows {
  private static final List<Set<Location>> PLACES =
      List.of(
          EnumSet.of(Location.PAYLOAD),
          EnumSet.of(Location.HANK),
          EnumSet.of(Location.DMB),
          EnumSet.of(Location.PAYLOAD, Location.HANK, Location.DMB));

  private MemoryRows() {}

  static List<SuiteRow> all() {
    Rows rows = new Rows("memory");
    for (Variant variant : Variant.values()) {
      for (Set<Location> movable : PLACES) {
        StoreOrder order = new StoreOrder(MemoryMode.RELAXED, movable);
        String places = movable.equals(StoreOrder.PLACES) ? "all" : movable.toString();
        rows.holds(
            variant + ", stores that may pass: " + places + ", with the barrier",
            SystemBuilder.of(Rows.protocol(variant)).memory(order),
            "the barrier lets the id out only after everything that it speaks of is visible");
        rows.add(
            variant + ", stores that may pass: " + places + ", no barrier",
            SystemBuilder.of(Rows.protocol(variant).without(Protection.STORE_ORDER)).memory(order),
            withoutBarrier(variant, movable),
            why(variant, movable));
      }
      output(rows, variant);
    }
    return rows.all();
  }

  private static Set<Invariant> withoutBarrier(Variant variant, Set<Location> movable) {
    if (!movable.equals(EnumSet.of(Location.HANK))) {
      return Rows.breaks(RUNS_ONCE, SLOT_STABLE);
    }
    return variant == Variant.DUAL_SLOT ? Rows.breaks(RUNS_ONCE) : Rows.NOTHING;
  }

  private static String why(Variant variant, Set<Location> movable) {
    if (!movable.equals(EnumSet.of(Location.HANK))) {
      return "the id is seen before the payload, which then changes while the core reads it";
    }
    return variant == Variant.DUAL_SLOT
        ? "the id is seen before hank.task, which still names the slot of the dispatch before"
        : "no dispatch stores hank.task in this variant";
  }

  private static void output(Rows rows, Variant variant) {
    rows.holds(
        variant + ", output posted",
        SystemBuilder.of(Rows.protocol(variant)).outputPosted(true),
        "the core waits until its output is visible before it says anything of the end");
    rows.add(
        variant + ", output posted and not waited for",
        SystemBuilder.of(Rows.protocol(variant).withFault(Fault.OUTPUT_UNPUBLISHED))
            .outputPosted(true),
        Rows.breaks(Invariant.COMPLETES_ONCE),
        "FIN, or the next ACK, overtakes the output");
  }
}
