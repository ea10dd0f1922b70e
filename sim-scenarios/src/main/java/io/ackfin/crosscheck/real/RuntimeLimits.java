package io.ackfin.crosscheck.real;

import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Startup;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.scenario.Executor;
import io.ackfin.scenario.ProtocolSection;
import io.ackfin.scenario.RuntimeSection;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a scenario the real runtime cannot do. It has every protection, so that a run without one
 * is a run with a mistake built in, and those are asked for by name and not by a scenario.
 */
public final class RuntimeLimits implements Executor {
  private static final int LEAST_MODULUS = 4;

  @Override
  public List<Problem.Refusal> refusals(Scenario scenario) {
    List<Problem.Refusal> refusals = new ArrayList<>();
    addProtocol(scenario.protocol(), refusals);
    addChip(scenario, refusals);
    scenario
        .expect()
        .filter(expect -> expect.exit() != 0)
        .ifPresent(
            expect ->
                refusals.add(
                    new Problem.Refusal(
                        "expect.exit",
                        Integer.toString(expect.exit()),
                        "0, as nothing is switched off in a real run")));
    return refusals;
  }

  private static void addProtocol(ProtocolSection protocol, List<Problem.Refusal> refusals) {
    if (!protocol.without().isEmpty()) {
      refusals.add(
          new Problem.Refusal(
              "protocol.without",
              protocol.without().toString(),
              "[], as a normal run refuses faults: use --fault"));
    }
    int modulus = protocol.idModulus();
    if (modulus != 0 && (modulus < LEAST_MODULUS || modulus % 2 != 0)) {
      refusals.add(
          new Problem.Refusal(
              "protocol.idModulus",
              Integer.toString(modulus),
              "0, or an even number of at least " + LEAST_MODULUS + " in a real run"));
    }
  }

  private static void addChip(Scenario scenario, List<Problem.Refusal> refusals) {
    SocSpec chip = scenario.soc().spec();
    if (chip.startup() == Startup.NONE) {
      refusals.add(
          new Problem.Refusal(
              "soc.startup",
              Startup.NONE.toString(),
              "one of "
                  + Startup.HANDSHAKE
                  + ", "
                  + Startup.REPORT_FIRST
                  + ", as real threads have to find each other"));
    }
    if (chip.clusters() > Chip.MOST_CLUSTERS) {
      refusals.add(
          new Problem.Refusal(
              "soc.clusters",
              Integer.toString(chip.clusters()),
              "at most " + Chip.MOST_CLUSTERS + " in a real run, a thread for each core"));
    }
    boolean preloaded = scenario.runtime().submission() == RuntimeSection.Submission.PRELOADED;
    if (preloaded && chip.taskWindow() != 0) {
      refusals.add(
          new Problem.Refusal(
              "soc.taskWindow",
              Integer.toString(chip.taskWindow()),
              "0 with runtime.submission preloaded, where all tasks are there from the start"));
    }
  }
}
