package io.ackfin.device.soc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.event.Simulator;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.aicpu.AicpuSpec;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.aicpu.ThreadStatistics;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of the reduced model on which four independent programs and a literal judge agree, in
 * every field and to the picosecond.
 */
class ReferenceRowsTest {
  @ParameterizedTest
  @CsvSource({
    "true,1,1,2000000,1,5105000,3901000,0,0,1,0,27,0",
    "false,1,1,2000000,1,5105000,3901000,0,0,1,0,27,0",
    "true,3,700,2000000,1,1767500000,1764593000,279,69,2,71,840,419",
    "false,3,700,2000000,1,1767500000,1764593000,279,69,2,71,840,419",
    "true,10,301,20000000,3,633605000,632371000,0,291,10,0,11418,291",
    "false,10,301,20000000,3,633605000,632371000,0,291,10,0,11418,291",
  })
  @Tag("unit")
  void smallRowsComeOutExactly(
      boolean parking,
      int cores,
      int tasks,
      long duration,
      int schedulers,
      long makespan,
      long lastKernelEnd,
      long a,
      long b,
      long c,
      long d,
      long loads,
      long guardLoads) {
    Soc soc = run(parking, cores, tasks, duration, schedulers);
    assertThat(soc.lastTaskCompletion()).as("makespan").isEqualTo(makespan);
    assertThat(soc.lastKernelEnd()).as("lastKernelEnd").isEqualTo(lastKernelEnd);
    assertThat(soc.caseCount(CompletionCase.A)).as("A").isEqualTo(a);
    assertThat(soc.caseCount(CompletionCase.B)).as("B").isEqualTo(b);
    assertThat(soc.caseCount(CompletionCase.C)).as("C").isEqualTo(c);
    assertThat(soc.caseCount(CompletionCase.D)).as("D").isEqualTo(d);
    assertThat(sum(soc, ThreadStatistics::loads)).as("loads").isEqualTo(loads);
    assertThat(sum(soc, ThreadStatistics::guardLoads)).as("guardLoads").isEqualTo(guardLoads);
    assertThat(soc.finished()).isTrue();
    assertThat(sum(soc, s -> s.ticks().applyAsLong(Activity.COMPLETE)))
        .isEqualTo(tasks * 1_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "false,72,100000,50000000,3,86614470000,86613282800,8310,83305,72,3,193434,91618",
    "true,3,2000000,2000000,1,5050000000000,5049997095200,799999,199999,2,200001,2400000,1199999",
    "true,72,100000,50000000,3,86614470000,86613282800,8310,83305,72,3,193434,91618"
  })
  @Tag("slow")
  void theLargeRowsComeOutExactly(
      boolean parking,
      int cores,
      int tasks,
      long duration,
      int schedulers,
      long makespan,
      long lastKernelEnd,
      long a,
      long b,
      long c,
      long d,
      long loads,
      long guardLoads) {
    smallRowsComeOutExactly(
        parking,
        cores,
        tasks,
        duration,
        schedulers,
        makespan,
        lastKernelEnd,
        a,
        b,
        c,
        d,
        loads,
        guardLoads);
  }

  private static long sum(Soc soc, java.util.function.ToLongFunction<ThreadStatistics> of) {
    return soc.threadStatistics().stream().mapToLong(of).sum();
  }

  private static Soc run(boolean parking, int cores, int tasks, long duration, int schedulers) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(ResourceShape.AIC_ONLY, duration);
    }
    SocSpec base = Preset.REFERENCE.spec();
    AicpuSpec cpu = base.aicpu();
    SocSpec spec =
        new SocSpec(
            cores,
            base.cluster(),
            base.startup(),
            base.loadDrainsStores(),
            base.taskWindow(),
            new AicpuSpec(
                schedulers,
                cpu.queuePop(),
                cpu.queuePush(),
                cpu.payloadBuild(),
                cpu.barrier(),
                cpu.completion(),
                cpu.completionPerConsumer(),
                cpu.release(),
                cpu.loopOverhead(),
                cpu.giveUp(),
                Ticks.ofMillis(1)),
            base.orchestrator(),
            base.mmio(),
            base.memory(),
            base.aicore());
    Simulator simulator = new Simulator(TieOrder.asWired(), List.of());
    Soc soc =
        new Soc(
            SocSetup.of(
                    spec,
                    Protocol.of(Variant.DUAL_SLOT),
                    new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.SPIN),
                    graph.build(),
                    new KeyedRandom(1),
                    (event, tick, core, detail, item) -> {})
                .parking(parking),
            simulator);
    soc.start();
    simulator.run();
    return soc;
  }
}
