package io.ackfin.output;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.run.Run;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.run.RunWatcher;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;

/** Plans of runs that take milliseconds, on chips of preset {@code a2a3} with few clusters. */
public final class SmallRuns {
  private static final long SEED = 7;

  private SmallRuns() {}

  /** Ten iterations of all shapes, kernels of 1 to 5 us, on one cluster. */
  public static RunPlan mixed(Variant variant) {
    return mixed(Protocol.of(variant), 1);
  }

  /** The same under a protocol of one's own, on as many clusters. */
  public static RunPlan mixed(Protocol protocol, int clusters) {
    KernelDuration duration = new KernelDuration.Uniform(Ticks.ofMicros(1), Ticks.ofMicros(5));
    TaskGraph graph = new Mixed(10, duration).build(SEED);
    return plan("mixed " + protocol.variant(), protocol, clusters, graph);
  }

  /** Any graph on as many clusters. */
  public static RunPlan plan(String name, Protocol protocol, int clusters, TaskGraph graph) {
    DispatchPolicy policy = new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.BOTH);
    return new RunPlan(
        name, SEED, chip(clusters), protocol, policy, graph, TieOrder.asWired(), Long.MAX_VALUE);
  }

  /** A run of no tasks, which has nothing to measure. */
  public static RunPlan nothing() {
    return plan("nothing", Protocol.of(Variant.DUAL_SLOT), 1, TaskGraph.builder().build());
  }

  /** A plan, cut off at a tick. */
  public static RunPlan until(RunPlan plan, long tick) {
    return new RunPlan(
        plan.name(),
        plan.seed(),
        plan.spec(),
        plan.protocol(),
        plan.policy(),
        plan.graph(),
        plan.tieOrder(),
        tick);
  }

  /** Runs a plan to its end. */
  public static RunResult run(RunPlan plan, TraceListener... listeners) {
    return new Run(plan, List.of(listeners)).execute(RunWatcher.NONE);
  }

  /** Gives up early, so that runs that are stuck are short too. */
  private static SocSpec chip(int clusters) {
    SocSpec full = Preset.A2A3.spec();
    AicpuSpec threads = full.aicpu();
    return new SocSpec(
        clusters,
        full.cluster(),
        full.startup(),
        full.loadDrainsStores(),
        full.taskWindow(),
        new AicpuSpec(
            threads.schedulers(),
            threads.queuePop(),
            threads.queuePush(),
            threads.payloadBuild(),
            threads.barrier(),
            threads.completion(),
            threads.completionPerConsumer(),
            threads.release(),
            threads.loopOverhead(),
            Ticks.ofMillis(1),
            Ticks.ofMillis(1)),
        full.orchestrator(),
        full.mmio(),
        full.memory(),
        full.aicore());
  }
}
