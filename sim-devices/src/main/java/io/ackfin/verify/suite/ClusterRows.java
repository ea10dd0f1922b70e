package io.ackfin.verify.suite;

import static io.ackfin.protocol.Invariant.COMPLETES_ONCE;
import static io.ackfin.protocol.Invariant.ONE_CLUSTER;
import static io.ackfin.protocol.Invariant.PROGRESS;
import static io.ackfin.protocol.Invariant.RUNS_ONCE;
import static io.ackfin.protocol.Invariant.SLOT_STABLE;

import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.SystemBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tasks of several subtasks under both placements, with and without kernels that wait. */
final class ClusterRows {
  private static final String REPAIR = "place each vector subtask on the core of its own subslot";

  private final Rows rows = new Rows("shapes and placements");

  static List<SuiteRow> all() {
    ClusterRows cluster = new ClusterRows();
    for (Variant variant : Variant.values()) {
      for (Placement placement : Placement.values()) {
        for (KernelSync sync : KernelSync.values()) {
          cluster.add(
              "two vector subtasks",
              SystemBuilder.of(Rows.protocol(variant)).cores(0, 2).shapes(ResourceShape.AIV_X2),
              new Case(variant, placement, sync, true));
          cluster.add(
              "mixed shapes",
              SystemBuilder.of(Rows.protocol(variant))
                  .cores(1, 2)
                  .shapes(ResourceShape.AIC_AIV_X2, ResourceShape.AIV_X1, ResourceShape.AIC_ONLY),
              new Case(variant, placement, sync, false));
        }
      }
    }
    return cluster.rows.all();
  }

  /** One combination; pairs are tasks with two vector subtasks and nothing else. */
  private record Case(Variant variant, Placement placement, KernelSync sync, boolean pairs) {
    boolean isSafe() {
      return placement == Placement.BY_SUBSLOT || variant == Variant.SINGLE_SLOT;
    }

    Set<Invariant> broken() {
      Set<Invariant> broken = EnumSet.of(ONE_CLUSTER);
      if (sync != KernelSync.NONE) {
        broken.add(PROGRESS);
      }
      if (variant == Variant.DUAL_SLOT_PARITY) {
        broken.addAll(EnumSet.of(RUNS_ONCE, COMPLETES_ONCE));
        if (pairs) {
          broken.add(SLOT_STABLE);
        }
      }
      return broken;
    }

    String why() {
      if (variant == Variant.DUAL_SLOT_PARITY) {
        return "while AIV1 is idle and AIV0 runs, both subtasks go to AIV1, the second into a"
            + " pending slot that the first has just closed"
            + (sync == KernelSync.NONE ? "" : ", and the first waits for the second");
      }
      return "while AIV1 is idle and AIV0 runs, both subtasks go to AIV1"
          + (sync == KernelSync.NONE ? "" : ", where the first waits for the second for ever");
    }
  }

  private void add(String shapes, SystemBuilder system, Case of) {
    String name =
        of.variant() + ", " + shapes + ", " + of.placement() + ", kernel sync " + of.sync();
    SystemBuilder whole = system.tasks(3).placement(of.placement()).kernelSync(of.sync());
    if (of.isSafe()) {
      rows.holds(
          name,
          whole,
          of.placement() == Placement.BY_SUBSLOT
              ? "siblings have a core each, and the queue of each core is in the order of tasks"
              : "a core that runs has no room, so both subtasks find their cores idle");
    } else {
      rows.unsafe(name, whole, of.broken(), of.why(), REPAIR);
    }
  }
}
