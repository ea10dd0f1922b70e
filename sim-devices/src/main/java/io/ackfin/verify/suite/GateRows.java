package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.PRODUCERS_FIRST;
import static io.ackfin.protocol.Invariant.PROGRESS;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.verify.StoreOrder;
import io.ackfin.verify.SystemBuilder;
import java.util.List;

/** Dispatches before their producers are complete, opened by the doorbell. */
final class GateRows {
  private final Rows rows = new Rows("gated dispatches");

  static List<SuiteRow> all() {
    GateRows gate = new GateRows();
    gate.dualSlot();
    gate.parity();
    gate.ids();
    return gate.rows.all();
  }

  private void dualSlot() {
    Protocol asIs = staging(Variant.DUAL_SLOT);
    Protocol finAlways = asIs.without(Protection.FIN_SKIP);
    rows.unsafe(
        "dual-slot, behind its producer",
        SystemBuilder.of(asIs),
        Rows.breaks(PROGRESS),
        "the core leaves the producer's FIN out since a dispatch waits, takes that up, and waits"
            + " for a doorbell that only the FIN would have made ring",
        "write FIN after every task (fin-skip off)");
    rows.holds(
        "dual-slot, behind its producer, FIN always",
        SystemBuilder.of(finAlways),
        "FIN completes the producer and the doorbell lets the gated dispatch go on");
    rows.unsafe(
        "dual-slot, FIN always, two cores",
        SystemBuilder.of(finAlways).cores(2, 0),
        Rows.breaks(PROGRESS),
        "the guard waits for the ACK of a gated dispatch, and the thread that waits is the one that"
            + " would have to poll the producer and ring",
        "put nothing behind a gated dispatch that has not acknowledged (skip path alone)");
    rows.holds(
        "dual-slot, FIN always, two cores, skip path alone",
        SystemBuilder.of(finAlways).cores(2, 0).paths(PendingDispatch.SKIP),
        "a look that does not see the ACK leaves the core out instead of waiting");
    rows.holds(
        "dual-slot, FIN always, two threads, skip path alone",
        SystemBuilder.of(finAlways).cores(2, 0).threads(2).paths(PendingDispatch.SKIP),
        "whoever publishes looks again, so one of the two threads rings");
  }

  private void parity() {
    Protocol parity = staging(Variant.DUAL_SLOT_PARITY);
    String because =
        "FIN with a gated dispatch behind completes at once, and nothing is put behind a gated one"
            + " before its ACK";
    rows.holds("dual-slot-parity, behind its producer", SystemBuilder.of(parity), because);
    rows.holds("dual-slot-parity, two cores", SystemBuilder.of(parity).cores(2, 0), because);
    rows.holds(
        "dual-slot-parity, two threads", SystemBuilder.of(parity).cores(2, 0).threads(2), because);
    rows.holds(
        "dual-slot-parity, two cores, relaxed memory",
        SystemBuilder.of(parity).cores(2, 0).memory(StoreOrder.of(MemoryMode.RELAXED)),
        because);
    rows.add(
        "dual-slot-parity without case-d",
        SystemBuilder.of(parity.without(Protection.CASE_D)),
        Rows.breaks(PROGRESS),
        "FIN with a gated dispatch behind is left to that one, which waits for it");
    rows.holds(
        "single-slot, two cores",
        SystemBuilder.of(staging(Variant.SINGLE_SLOT)).cores(2, 0),
        "a gated dispatch has its core to itself");
  }

  /** The doorbell shows 0 before it is first rung, and 0 is an id. */
  private void ids() {
    for (Variant variant : List.of(Variant.DUAL_SLOT, Variant.DUAL_SLOT_PARITY)) {
      Protocol asIs = staging(variant);
      Protocol finAlways = variant == Variant.DUAL_SLOT ? asIs.without(Protection.FIN_SKIP) : asIs;
      Protocol protocol = finAlways.counting(DispatchId.FULL.startingAt(DispatchId.RESERVED - 1));
      rows.unsafe(
          variant + ", gated with id 0",
          SystemBuilder.of(protocol),
          Rows.breaks(PRODUCERS_FIRST),
          "the doorbell shows 0 until it is first rung, and 0 is the id after the wrap",
          "reset the doorbell to a value that is no id, or let the counter skip 0");
    }
  }

  private static Protocol staging(Variant variant) {
    return Rows.protocol(variant).staging(true);
  }
}
