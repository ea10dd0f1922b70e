package io.ackfin.run;

import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.Executor;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a scenario only the real runtime does: the simulated orchestrator stays one, nothing
 * holds it back, and kernels do not wait for each other.
 */
public final class SimulatorLimits implements Executor {
  @Override
  public List<Problem.Refusal> refusals(Scenario scenario) {
    SocSpec chip = scenario.soc().spec();
    List<Problem.Refusal> refusals = new ArrayList<>();
    MeetingKernels.refusal(scenario).ifPresent(refusals::add);
    if (chip.taskWindow() > 0) {
      int tasks = scenario.workload().source().build(scenario.seed()).tasks();
      if (chip.taskWindow() < tasks) {
        String expected = "0, or at least all " + tasks + " tasks, as the simulator has no window";
        refusals.add(
            new Problem.Refusal("soc.taskWindow", Integer.toString(chip.taskWindow()), expected));
      }
    }
    if (chip.orchestrator().becomesScheduler()) {
      refusals.add(
          new Problem.Refusal(
              "soc.orchestrator.becomesScheduler",
              "true",
              "false, as the simulator hands no cores over; crosscheck runs it for real"));
    }
    return refusals;
  }
}
