package io.ackfin.crosscheck.real;

import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Protocol;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.PendingDispatch;
import io.ackfin.runtime.dispatch.Placement;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.SpecChanges;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.scenario.ProtocolSection;
import io.ackfin.scenario.RuntimeSection;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.VariantRules;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns scenarios into plans of real runs. The two sides share no types but words, so each choice
 * is translated here, constant by constant; a new one does not compile until it is.
 *
 * <p><b>Limits.</b> A host does other things too, so a run may go without progress for five times
 * {@code soc.aicpu.giveUp}, at least a second, and on top of it for as long as all cores need for
 * the longest kernel, one after the other on a single processor. A core may take {@code
 * soc.aicpu.exitBound}, at least a second, to answer an exit.
 */
public final class RuntimePlans {
  private static final long PICOS_PER_NANO = 1_000;
  private static final long LEAST_LIMIT_NS = 1_000_000_000L;
  private static final long HOST_FACTOR = 5;

  private RuntimePlans() {}

  /**
   * The plan of a scenario that {@link RuntimeLimits} does not refuse; nothing of it is recorded
   * unless its spec is changed.
   */
  public static RuntimePlan of(Scenario scenario) {
    TaskGraph graph = scenario.workload().source().build(scenario.seed());
    ProtocolSection section = scenario.protocol();
    Protocol protocol = section.handshake(scenario.soc().spec().startup());
    // The runtime's guard always ends on an abort, whether or not the scenario mentions it.
    if (VariantRules.has(protocol.variant(), Addition.GUARD_ABORT)) {
      protocol = protocol.with(Addition.GUARD_ABORT);
    }
    return new RuntimePlan(
        scenario.name(),
        spec(scenario, graph),
        graph,
        protocol,
        new DispatchPolicy(section.placement(), section.pendingDispatch()));
  }

  /** The lanes that a recorded run of a plan has, in their order. */
  static List<String> lanes(RuntimeSpec spec) {
    List<String> lanes = new ArrayList<>();
    int schedulers = Math.min(spec.schedulers(), spec.chip().clusters());
    IntStream.range(0, schedulers).forEach(i -> lanes.add("scheduler " + i));
    lanes.add("orchestrator");
    IntStream.range(0, spec.chip().cores()).forEach(i -> lanes.add("core " + i));
    lanes.add("caller");
    return lanes;
  }

  private static RuntimeSpec spec(Scenario scenario, TaskGraph graph) {
    SocSpec chip = scenario.soc().spec();
    ClusterSpec cluster = chip.cluster();
    return RuntimeSpec.defaults()
        .with(
            spec -> {
              spec.chip = new Chip(chip.clusters(), cluster.aic(), cluster.aiv());
              spec.schedulers = chip.aicpu().schedulers();
              spec.becomesScheduler = chip.orchestrator().becomesScheduler();
              spec.startup = startup(chip.startup());
              spec.taskWindow = chip.taskWindow() == 0 ? Integer.MAX_VALUE : chip.taskWindow();
              spec.variant = variant(scenario.protocol().variant());
              spec.placement = placement(scenario.protocol().placement());
              spec.pendingDispatch = pendingDispatch(scenario.protocol().pendingDispatch());
              spec.idModulus = scenario.protocol().idModulus();
              setLimits(spec, chip.aicpu(), graph);
              setThreads(spec, scenario.runtime());
            });
  }

  private static void setLimits(SpecChanges spec, AicpuSpec threads, TaskGraph graph) {
    long longest = 0;
    for (int subtask = 0; subtask < graph.subtasks(); subtask++) {
      longest = Math.max(longest, graph.duration(subtask) / PICOS_PER_NANO);
    }
    long giveUp = threads.giveUp().picoseconds() / PICOS_PER_NANO;
    // Times are picoseconds in a long: their nanoseconds leave room for these factors.
    long kernels = longest * spec.chip.cores();
    spec.timeLimitNs = Math.max(LEAST_LIMIT_NS, HOST_FACTOR * giveUp) + kernels;
    spec.exitLimitNs = Math.max(LEAST_LIMIT_NS, threads.exitBound().picoseconds() / PICOS_PER_NANO);
  }

  private static void setThreads(SpecChanges spec, RuntimeSection section) {
    spec.kernel =
        switch (section.kernel()) {
          case SPIN -> KernelKind.SPIN;
          case YIELD -> KernelKind.YIELD;
          case TILE -> KernelKind.TILE;
          case NOOP -> KernelKind.NOOP;
        };
    spec.submission =
        switch (section.submission()) {
          case LIVE -> Submission.LIVE;
          case PRELOADED -> Submission.PRELOADED;
        };
    spec.waiting = section.waiting().map(RuntimePlans::waiting).orElse(null);
  }

  private static WaitKind waiting(RuntimeSection.Wait wait) {
    return switch (wait) {
      case SPIN -> WaitKind.SPIN;
      case YIELD -> WaitKind.YIELD;
      case PARK -> WaitKind.PARK;
    };
  }

  private static Startup startup(io.ackfin.handshake.Startup startup) {
    return switch (startup) {
      case HANDSHAKE -> Startup.HANDSHAKE;
      case REPORT_FIRST -> Startup.REPORT_FIRST;
      case NONE -> throw new IllegalArgumentException("startup: none (expected: a real one)");
    };
  }

  private static Variant variant(io.ackfin.handshake.Variant variant) {
    return switch (variant) {
      case SINGLE_SLOT -> Variant.SINGLE_SLOT;
      case DUAL_SLOT -> Variant.DUAL_SLOT;
      case DUAL_SLOT_PARITY -> Variant.DUAL_SLOT_PARITY;
    };
  }

  private static Placement placement(io.ackfin.handshake.Placement placement) {
    return switch (placement) {
      case SELECT_AIV -> Placement.SELECT_AIV;
      case BY_SUBSLOT -> Placement.BY_SUBSLOT;
    };
  }

  private static PendingDispatch pendingDispatch(io.ackfin.handshake.PendingDispatch pending) {
    return switch (pending) {
      case SPIN -> PendingDispatch.SPIN;
      case SKIP -> PendingDispatch.SKIP;
      case BOTH -> PendingDispatch.BOTH;
    };
  }
}
