package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.ProtocolSection;
import io.ackfin.scenario.Scenario;

/** Turns a scenario into what a run needs: generates its workload and chooses its tables. */
public final class ScenarioPlan {
  private ScenarioPlan() {}

  /** The plan of a scenario. */
  public static RunPlan of(Scenario scenario) {
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
        scenario.workload().source().build(scenario.seed()),
        ties,
        scenario.run().until().map(Ticks::picoseconds).orElse(Long.MAX_VALUE),
        scenario.run().polling());
  }
}
