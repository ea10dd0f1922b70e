package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicore.AicoreSpec;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.scenario.reference.ReferenceColumn;
import io.ackfin.scenario.reference.ReferenceRow;
import io.ackfin.workload.TaskGraph;
import java.util.EnumMap;
import java.util.Map;

/**
 * The reference model as a plan: independent tasks of one cube core each, all ready at the start,
 * two slots with every protection on, waiting in the cluster search alone.
 */
public final class ReferenceModel {
  private ReferenceModel() {}

  /** The plan of a row. */
  public static RunPlan plan(ReferenceRow row) {
    int tasks = Math.toIntExact(row.get(ReferenceColumn.TASKS, 0));
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int task = 0; task < tasks; task++) {
      graph.task(ResourceShape.AIC_ONLY, row.get(ReferenceColumn.DURATION, 0));
    }
    return new RunPlan(
        row.where(),
        1,
        spec(row),
        Protocol.of(Variant.DUAL_SLOT),
        new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.SPIN),
        graph.build(),
        TieOrder.asWired(),
        Long.MAX_VALUE);
  }

  /** The figures of a result, in the order of the columns. */
  public static Map<ReferenceColumn, Long> figures(RunResult result) {
    Map<ReferenceColumn, Long> figures = new EnumMap<>(ReferenceColumn.class);
    figures.put(ReferenceColumn.MAKESPAN, result.makespan());
    figures.put(ReferenceColumn.LAST_KERNEL_END, result.lastKernelEnd());
    figures.put(ReferenceColumn.CASE_A, result.cases().get(CompletionCase.A));
    figures.put(ReferenceColumn.CASE_B, result.cases().get(CompletionCase.B));
    figures.put(ReferenceColumn.CASE_C, result.cases().get(CompletionCase.C));
    figures.put(ReferenceColumn.CASE_D, result.cases().get(CompletionCase.D));
    figures.put(ReferenceColumn.LOADS, result.loads());
    figures.put(ReferenceColumn.GUARD_LOADS, result.guardLoads());
    return figures;
  }

  private static SocSpec spec(ReferenceRow row) {
    SocSpec base = Preset.REFERENCE.spec();
    return new SocSpec(
        Math.toIntExact(row.get(ReferenceColumn.CORES, base.clusters())),
        base.cluster(),
        base.startup(),
        base.loadDrainsStores(),
        base.taskWindow(),
        aicpu(row, base.aicpu()),
        base.orchestrator(),
        new MmioSpec(
            time(row, ReferenceColumn.LOAD, base.mmio().load()),
            time(row, ReferenceColumn.STORE_ISSUE, base.mmio().storeIssue()),
            time(row, ReferenceColumn.STORE_VISIBLE, base.mmio().storeVisible()),
            time(row, ReferenceColumn.COND_VISIBLE, base.mmio().condVisible()),
            base.mmio().changedWord()),
        base.memory(),
        aicore(row, base.aicore()));
  }

  private static AicpuSpec aicpu(ReferenceRow row, AicpuSpec base) {
    return new AicpuSpec(
        Math.toIntExact(row.get(ReferenceColumn.SCHEDULERS, base.schedulers())),
        base.queuePop(),
        base.queuePush(),
        time(row, ReferenceColumn.DISPATCH, base.payloadBuild()),
        base.barrier(),
        time(row, ReferenceColumn.COMPLETION, base.completion()),
        base.completionPerConsumer(),
        base.release(),
        base.loopOverhead(),
        base.giveUp(),
        base.exitBound());
  }

  private static AicoreSpec aicore(ReferenceRow row, AicoreSpec base) {
    return new AicoreSpec(
        time(row, ReferenceColumn.POLL, base.poll()),
        base.invalidate(),
        time(row, ReferenceColumn.PICKUP, base.payloadRead()),
        base.ackWrite(),
        base.outputPublish(),
        base.finWrite(),
        base.pointerRead(),
        base.kernelStart(),
        base.kernelLeast(),
        base.firstRead());
  }

  private static Ticks time(ReferenceRow row, ReferenceColumn column, Ticks base) {
    return new Ticks(row.get(column, base.picoseconds()));
  }
}
