package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.ProtocolSection;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import io.ackfin.workload.TaskGraph;
import java.util.List;

/** Turns a scenario into what a run needs: generates its workload and chooses its tables. */
public final class ScenarioPlan {
  private ScenarioPlan() {}

  /**
   * The plan of a scenario.
   *
   * @throws InvalidInputException if the scenario asks for what the simulator does not model
   */
  public static RunPlan of(Scenario scenario) {
    TaskGraph graph = scenario.workload().source().build(scenario.seed());
    MeetingKernels.refusal(scenario, graph).ifPresent(refusal -> refuse(scenario, refusal));
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

  private static void refuse(Scenario scenario, Problem.Refusal refusal) {
    Position whole = Position.of(scenario.name());
    throw new InvalidInputException(
        List.of(new Problem(whole, refusal.name(), refusal.found(), refusal.expected())));
  }
}
