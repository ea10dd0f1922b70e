package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Protocol;
import io.ackfin.workload.TaskGraph;

/**
 * Everything that decides the result of one simulation.
 *
 * @param name what reports call it
 * @param seed of all draws
 * @param spec the chip
 * @param protocol the handshake
 * @param policy where tasks may go
 * @param graph the workload
 * @param tieOrder how events of one tick are ordered
 * @param until the tick at which the run is cut off; {@link Long#MAX_VALUE} for none
 */
public record RunPlan(
    String name,
    long seed,
    SocSpec spec,
    Protocol protocol,
    DispatchPolicy policy,
    TaskGraph graph,
    TieOrder tieOrder,
    long until) {}
