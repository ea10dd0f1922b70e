package io.ackfin.verify;

import io.ackfin.handshake.Fault;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Startup;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import java.util.List;

/**
 * Which parts of a situation a system needs at all; what it does not need takes no bits.
 *
 * @param ordinals the most dispatches that one core can get
 * @param caches whether a core may see a line that it did not drop
 * @param outputs whether kernels' output is posted
 * @param outputUnpublished whether a kernel's output is visible as it ends, as no row publishes it
 * @param siblings whether kernels wait for their siblings
 * @param barrier whether they wait inside
 * @param gated whether a dispatch may be gated
 * @param posted whether stores are posted
 * @param handOver whether cores change hands
 * @param startup whether cores have to be started
 */
record Features(
    int ordinals,
    boolean caches,
    boolean outputs,
    boolean outputUnpublished,
    boolean siblings,
    boolean barrier,
    boolean gated,
    boolean posted,
    boolean handOver,
    boolean startup) {

  static Features of(BoundedSystem system) {
    return new Features(
        mostOrdinals(system.tasks(), system.shapes(), system.placement()),
        leavesLines(system),
        system.outputPosted(),
        system.protocol().faults().contains(Fault.OUTPUT_UNPUBLISHED),
        system.kernelSync() != KernelSync.NONE,
        system.kernelSync() == KernelSync.BARRIER,
        system.gated(),
        system.memory().mode() != MemoryMode.IN_ORDER,
        system.handOver(),
        system.protocol().startup() != Startup.NONE);
  }

  /** The same with cached copies, for tables that leave lines without being told to. */
  Features withCaches() {
    return new Features(
        ordinals,
        true,
        outputs,
        outputUnpublished,
        siblings,
        barrier,
        gated,
        posted,
        handOver,
        startup);
  }

  /** Whether it has to be known which task an ordinal belongs to. */
  boolean tasks() {
    return siblings || gated;
  }

  /** The most dispatches that one core can get: both vector subtasks may go to one core. */
  static int mostOrdinals(int tasks, List<ResourceShape> shapes, Placement placement) {
    int most = 0;
    for (int task = 0; task < tasks; task++) {
      boolean both = shapes.get(task % shapes.size()).vectors() == 2;
      most += both && placement == Placement.SELECT_AIV ? 2 : 1;
    }
    return most;
  }

  private static boolean leavesLines(BoundedSystem system) {
    return system.protocol().without().stream()
        .anyMatch(
            off ->
                off == Protection.CACHE_INVALIDATE
                    || off == Protection.CACHE_INVALIDATE_HANK
                    || off == Protection.CACHE_INVALIDATE_PAYLOAD);
  }
}
