package io.ackfin.crosscheck.mutant;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.runtime.dispatch.DispatchResult;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.RunFailedException;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.workload.TaskGraph;

/** Runs the runtime by a spec and keeps what it recorded, with what it claims to follow. */
public final class RealRun {
  private RealRun() {}

  /** The plan of a spec: every choice of the runtime by the model's name for it. */
  public static RuntimePlan plan(String name, RuntimeSpec spec, TaskGraph graph) {
    Protocol protocol =
        Protocol.of(Variant.valueOf(spec.variant().name()))
            .startingBy(Startup.valueOf(spec.startup().name()))
            .with(Addition.GUARD_ABORT)
            .counting(DispatchId.FULL.modulo(spec.idModulus()));
    DispatchPolicy policy =
        new DispatchPolicy(
            Placement.valueOf(spec.placement().name()),
            PendingDispatch.valueOf(spec.pendingDispatch().name()));
    return new RuntimePlan(name, spec, graph, protocol, policy);
  }

  /**
   * Runs a plan to its end, whatever that is.
   *
   * @param run a run of the plan's spec, which records
   */
  public static RecordedRun record(RuntimePlan plan, DispatchRun run) {
    try {
      return recorded(plan, run.run(), true, "");
    } catch (RunFailedException failure) {
      return recorded(plan, failure.partial(), false, failure.getMessage());
    }
  }

  private static RecordedRun recorded(
      RuntimePlan plan, DispatchResult result, boolean finished, String why) {
    return new RecordedRun(plan, result.recording().orElseThrow(), finished, why);
  }
}
