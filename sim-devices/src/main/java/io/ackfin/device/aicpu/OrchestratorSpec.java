package io.ackfin.device.aicpu;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;

/** The thread that submits the workload's tasks while the schedulers run. */
public record OrchestratorSpec(
    @Parameter(
            value = "submitting one task; 0ps submits everything before the first dispatch",
            source = "published: 0.87 us (device_log_profiling.md)")
        Ticks submit,
    @Parameter(
            "whether it becomes one more scheduler when it has submitted everything; a real run"
                + " does it, the simulator refuses it")
        boolean becomesScheduler) {}
