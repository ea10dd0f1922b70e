package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.COMPLETES_ONCE;
import static io.ackfin.protocol.Invariant.IDLE_IS_IDLE;
import static io.ackfin.protocol.Invariant.PROGRESS;
import static io.ackfin.protocol.Invariant.RUNS_ONCE;
import static io.ackfin.protocol.Invariant.SLOT_STABLE;

import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SystemBuilder;
import java.util.List;
import java.util.Set;

/** Faults that are built in on purpose: an explorer that does not find them is no use. */
final class FaultRows {
  private FaultRows() {}

  static List<SuiteRow> all() {
    Rows rows = new Rows("faults");
    for (Variant variant : Variant.values()) {
      boolean single = variant == Variant.SINGLE_SLOT;
      String never = "nothing is ever put behind a running task, so case D does not occur";
      add(
          rows,
          variant,
          Fault.CASE_D_AS_C,
          single ? Rows.NOTHING : Rows.breaks(RUNS_ONCE, SLOT_STABLE, IDLE_IS_IDLE, PROGRESS),
          single ? never : "the core is believed idle while the pending dispatch is still to run");
      add(
          rows,
          variant,
          Fault.CASE_D_NO_PROMOTE,
          single ? Rows.NOTHING : Rows.breaks(COMPLETES_ONCE),
          single ? never : "the running subtask is completed by each look at the same FIN");
      add(
          rows,
          variant,
          Fault.COMPLETE_TWICE,
          variant == Variant.DUAL_SLOT
              ? Rows.breaks(COMPLETES_ONCE)
              : Rows.breaks(COMPLETES_ONCE, PROGRESS),
          "the same FIN completes again at every poll");
      add(
          rows,
          variant,
          Fault.LEAVE_WITHOUT_EXIT,
          Rows.breaks(PROGRESS),
          "nobody tells the core to leave");
    }
    return rows.all();
  }

  private static void add(
      Rows rows, Variant variant, Fault fault, Set<Invariant> expected, String because) {
    rows.add(
        variant + ", " + fault,
        SystemBuilder.of(Rows.protocol(variant).withFault(fault)),
        expected,
        because);
  }
}
