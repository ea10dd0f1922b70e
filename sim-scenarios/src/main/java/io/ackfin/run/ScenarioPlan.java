package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.ProtocolSection;
import io.ackfin.scenario.Scenario;
import io.ackfin.workload.TaskGraph;

/** Turns a scenario into what a run needs: generates its workload and chooses its tables. */
public final class ScenarioPlan {
  private ScenarioPlan() {}

  /** The plan of a scenario that the simulator can run ({@link SimulatorLimits}). */
  public static RunPlan of(Scenario scenario) {
    TaskGraph graph = scenario.workload().source().build(scenario.seed());
    SocSpec spec = scenario.soc().spec();
    ProtocolSection protocol = scenario.protocol();
    TieOrder ties =
        scenario.run().tieSeed().isPresent()
            ? TieOrder.permuted(scenario.run().tieSeed().getAsLong())
            : TieOrder.asWired();
    return new RunPlan(
        scenario.name(),
        scenario.seed(),
        spec,
        protocol.handshake(spec.startup()),
        new DispatchPolicy(protocol.placement(), protocol.pendingDispatch()),
        graph,
        ties,
        scenario.run().until().map(Ticks::picoseconds).orElse(Long.MAX_VALUE),
        scenario.run().polling());
  }
}
