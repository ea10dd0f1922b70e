package io.ackfin.crosscheck.timing;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Startup;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Submission;

/** The chip that a host is while it runs a plan: the host's costs, the plan's size. */
final class HostChip {
  private HostChip() {}

  /** The chip; tasks that are there before a run are submitted at no cost. */
  static SocSpec of(SocSpec host, RuntimeSpec plan, Startup startup) {
    Ticks submit =
        plan.submission() == Submission.PRELOADED ? Ticks.ZERO : host.orchestrator().submit();
    return new SocSpec(
        plan.chip().clusters(),
        new ClusterSpec(plan.chip().cubes(), plan.chip().vectors()),
        startup,
        host.loadDrainsStores(),
        0,
        withSchedulers(host.aicpu(), plan.schedulers()),
        new OrchestratorSpec(submit, false),
        host.mmio(),
        host.memory(),
        host.aicore());
  }

  private static AicpuSpec withSchedulers(AicpuSpec host, int schedulers) {
    return new AicpuSpec(
        schedulers,
        host.queuePop(),
        host.queuePush(),
        host.payloadBuild(),
        host.barrier(),
        host.completion(),
        host.completionPerConsumer(),
        host.release(),
        host.loopOverhead(),
        host.giveUp(),
        host.exitBound());
  }
}
