package io.ackfin.run;

import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.ClusterSpec;
import io.ackfin.device.soc.Preset;
import io.ackfin.device.soc.SocSpec;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.scenario.Polling;
import io.ackfin.workload.TaskGraph;
import java.util.List;

/**
 * Builds plans of small runs; each method changes one thing and the rest stays a preset's. Only
 * threads give up after 1 ms without progress, so that a defect ends a test soon.
 */
final class PlanFixture {
  private SocSpec spec;
  private Protocol protocol = Protocol.of(Variant.DUAL_SLOT);
  private Placement placement = Placement.BY_SUBSLOT;
  private PendingDispatch pendingDispatch = PendingDispatch.BOTH;
  private TaskGraph graph = independent(ResourceShape.AIC_ONLY, 1, Ticks.ofMicros(2));
  private TieOrder ties = TieOrder.asWired();
  private long until = Long.MAX_VALUE;
  private Polling polling = Polling.PARKED;

  private PlanFixture(SocSpec spec) {
    this.spec = spec;
  }

  /** One cluster of the chip with its measured costs, one scheduler thread. */
  static PlanFixture a2a3() {
    return new PlanFixture(Preset.A2A3.spec()).clusters(1).schedulers(1).giveUp(Ticks.ofMillis(1));
  }

  /** The reduced model: cube cores only, no start-up, everything submitted at tick 0. */
  static PlanFixture reference() {
    return new PlanFixture(Preset.REFERENCE.spec())
        .clusters(1)
        .schedulers(1)
        .giveUp(Ticks.ofMillis(1));
  }

  /** Equal tasks that wait for nothing. */
  static TaskGraph independent(ResourceShape shape, int tasks, Ticks duration) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(shape, duration.picoseconds());
    }
    return graph.build();
  }

  PlanFixture clusters(int clusters) {
    spec = Records.with(spec, "clusters", clusters);
    return this;
  }

  PlanFixture cluster(int aic, int aiv) {
    spec = Records.with(spec, "cluster", new ClusterSpec(aic, aiv));
    return this;
  }

  PlanFixture startup(Startup startup) {
    spec = Records.with(spec, "startup", startup);
    return this;
  }

  PlanFixture loadDrainsStores(boolean drains) {
    spec = Records.with(spec, "loadDrainsStores", drains);
    return this;
  }

  PlanFixture schedulers(int schedulers) {
    return aicpu("schedulers", schedulers);
  }

  PlanFixture giveUp(Ticks limit) {
    return aicpu("giveUp", limit);
  }

  /** Changes one cost of the scheduler threads. */
  PlanFixture aicpu(String component, Object value) {
    spec = Records.with(spec, "aicpu", Records.with(spec.aicpu(), component, value));
    return this;
  }

  /** Changes one cost of the compute cores. */
  PlanFixture aicore(String component, Ticks value) {
    spec = Records.with(spec, "aicore", Records.with(spec.aicore(), component, value));
    return this;
  }

  /** Changes one cost of the registers. */
  PlanFixture mmio(String component, Ticks value) {
    spec = Records.with(spec, "mmio", Records.with(spec.mmio(), component, value));
    return this;
  }

  /** Changes one parameter of ordinary memory. */
  PlanFixture memory(String component, Object value) {
    spec = Records.with(spec, "memory", Records.with(spec.memory(), component, value));
    return this;
  }

  /** Changes the cost of a submission. */
  PlanFixture submit(Ticks value) {
    spec = Records.with(spec, "orchestrator", Records.with(spec.orchestrator(), "submit", value));
    return this;
  }

  PlanFixture variant(Variant variant) {
    protocol = Protocol.of(variant);
    return this;
  }

  PlanFixture protocol(Protocol changed) {
    protocol = changed;
    return this;
  }

  PlanFixture without(Protection protection) {
    protocol = protocol.without(protection);
    return this;
  }

  PlanFixture placement(Placement changed) {
    placement = changed;
    return this;
  }

  PlanFixture pendingDispatch(PendingDispatch changed) {
    pendingDispatch = changed;
    return this;
  }

  PlanFixture graph(TaskGraph changed) {
    graph = changed;
    return this;
  }

  PlanFixture ties(TieOrder changed) {
    ties = changed;
    return this;
  }

  PlanFixture polling(Polling changed) {
    polling = changed;
    return this;
  }

  PlanFixture until(Ticks limit) {
    until = limit.picoseconds();
    return this;
  }

  RunPlan plan() {
    return new RunPlan(
        "test",
        1,
        spec,
        protocol,
        new DispatchPolicy(placement, pendingDispatch),
        graph,
        ties,
        until,
        polling);
  }

  RunResult run() {
    return new Run(plan(), List.of()).execute(RunWatcher.NONE);
  }
}
