package io.ackfin.device.soc;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.parameter.Require;
import io.ackfin.device.aicore.AicoreSpec;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.OrchestratorSpec;
import io.ackfin.device.memory.MemorySpec;
import io.ackfin.device.mmio.MmioSpec;
import io.ackfin.handshake.Startup;

/** Every parameter of the modelled chip; the defaults are those of a {@link Preset}. */
public record SocSpec(
    @Parameter(value = "clusters on the die", source = "published: 24", min = 1, max = 1024)
        int clusters,
    @Parameter("the cores of each cluster") ClusterSpec cluster,
    @Parameter("how cores and control CPU find each other") Startup startup,
    @Parameter(
            value = "whether a load of a register first waits until the thread's stores arrived",
            source = "published: store then load 240-300 ns round trip (mmio-performance.md)")
        boolean loadDrainsStores,
    @Parameter(
            value =
                "tasks that may be submitted and not yet released, 0 for any number; a real run"
                    + " keeps to it, the simulator refuses what it would hold back",
            max = SocSpec.MOST_TASKS)
        int taskWindow,
    @Parameter("scheduler threads") AicpuSpec aicpu,
    @Parameter("the submitting thread") OrchestratorSpec orchestrator,
    @Parameter("registers and the bus to them") MmioSpec mmio,
    @Parameter("ordinary memory") MemorySpec memory,
    @Parameter("compute cores") AicoreSpec aicore) {
  private static final int MOST_TASKS = Integer.MAX_VALUE;

  public SocSpec {
    Require.range("clusters", clusters, 1, 1024);
    Require.range("taskWindow", taskWindow, 0, MOST_TASKS);
  }

  /** Scheduler threads that are used: a thread without a cluster would have nothing to do. */
  public int effectiveSchedulers() {
    return Math.min(aicpu.schedulers(), clusters);
  }

  /** All cores of the chip. */
  public int cores() {
    return clusters * cluster.cores();
  }
}
