package io.ackfin.device.aicpu;

import io.ackfin.handshake.Tables;

/**
 * How every scheduler thread of a chip behaves.
 *
 * @param spec its costs
 * @param access what its accesses cost
 * @param tables the handshake
 * @param policy where tasks may go
 * @param parking whether steps that would find nothing are left out
 */
public record SchedulerModel(
    AicpuSpec spec, AccessCosts access, Tables tables, DispatchPolicy policy, boolean parking) {}
