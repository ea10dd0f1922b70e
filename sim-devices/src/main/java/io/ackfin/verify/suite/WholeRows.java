package io.ackfin.verify.suite;

import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.StoreOrder;
import io.ackfin.verify.SystemBuilder;
import java.util.List;

/** The variants with every protection on: more tasks, more cores, more threads. */
final class WholeRows {
  private static final String TWO_DISPATCHES =
      "at most two dispatches of a core are in flight, the second only after the first was taken"
          + " up, and every way their ACK and FIN can show is a case";
  private static final String ONE_DISPATCH =
      "a core is given nothing before the FIN of what it had, so one case is enough";
  private static final String OWN_CORES =
      "cores share no register, word or slot, and a thread keeps a book of each";

  private final Rows rows = new Rows("whole variants");

  static List<SuiteRow> all() {
    WholeRows whole = new WholeRows();
    for (Variant variant : Variant.values()) {
      whole.of(variant);
    }
    return whole.rows.all();
  }

  private void of(Variant variant) {
    String because = variant == Variant.SINGLE_SLOT ? ONE_DISPATCH : TWO_DISPATCHES;
    for (int tasks : new int[] {4, 6, 12}) {
      rows.holds(variant + ", " + tasks + " tasks", plain(variant).tasks(tasks), because);
    }
    rows.holds(
        variant + ", report-first start-up",
        SystemBuilder.of(Rows.protocol(variant).startingBy(Startup.REPORT_FIRST)),
        "opening the window with DMB idle is an answer, and a dispatch that replaces it too early"
            + " to be seen is one as well");
    rows.holds(variant + ", spin path alone", plain(variant).paths(PendingDispatch.SPIN), because);
    rows.holds(variant + ", skip path alone", plain(variant).paths(PendingDispatch.SKIP), because);
    rows.holds(variant + ", two cores, first that fits", twoCores(variant).tasks(6), OWN_CORES);
    rows.holds(
        variant + ", two cores, any free one, 9 tasks",
        twoCores(variant).anyCore(true).tasks(9),
        OWN_CORES);
    rows.holds(
        variant + ", a cluster of three, 5 tasks",
        plain(variant).cores(1, 2).shapes(ResourceShape.AIC_ONLY, ResourceShape.AIV_X1).tasks(5),
        OWN_CORES);
    rows.holds(variant + ", two threads, a core each", twoCores(variant).threads(2), OWN_CORES);
    rows.holds(
        variant + ", two threads, a core each, relaxed memory",
        twoCores(variant).threads(2).memory(StoreOrder.of(MemoryMode.RELAXED)),
        OWN_CORES);
    handOvers(variant);
  }

  private void handOvers(Variant variant) {
    String because = "book and records go along, and threads meet with no store on its way";
    for (MemoryMode memory : MemoryMode.values()) {
      rows.holds(
          variant + ", a core changes hands, " + memory + " memory",
          plain(variant).threads(2).handOver(true).memory(StoreOrder.of(memory)),
          because);
    }
    rows.holds(
        variant + ", two cores change hands", twoCores(variant).threads(2).handOver(true), because);
  }

  private static SystemBuilder plain(Variant variant) {
    return SystemBuilder.of(Rows.protocol(variant));
  }

  private static SystemBuilder twoCores(Variant variant) {
    return plain(variant).cores(2, 0);
  }
}
