package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Protocol;
import io.ackfin.scenario.Polling;
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
 * @param polling whether every poll is an event; decides how many events there are, nothing else
 */
public record RunPlan(
    String name,
    long seed,
    SocSpec spec,
    Protocol protocol,
    DispatchPolicy policy,
    TaskGraph graph,
    TieOrder tieOrder,
    long until,
    Polling polling) {

  /** A plan whose pollers park. */
  public RunPlan(
      String name,
      long seed,
      SocSpec spec,
      Protocol protocol,
      DispatchPolicy policy,
      TaskGraph graph,
      TieOrder tieOrder,
      long until) {
    this(name, seed, spec, protocol, policy, graph, tieOrder, until, Polling.PARKED);
  }

  /** This plan with another way of polling. */
  public RunPlan polling(Polling other) {
    return new RunPlan(name, seed, spec, protocol, policy, graph, tieOrder, until, other);
  }
}
