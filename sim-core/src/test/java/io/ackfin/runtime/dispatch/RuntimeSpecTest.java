package io.ackfin.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.workload.TaskGraph;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class RuntimeSpecTest {
  @Test
  void aChangeLeavesTheRestAsItWas() {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.schedulers = 3;
                  changes.kernel = KernelKind.NOOP;
                });
    assertThat(spec.schedulers()).isEqualTo(3);
    assertThat(spec.kernel()).isEqualTo(KernelKind.NOOP);
    assertThat(
            spec.with(
                changes -> {
                  changes.schedulers = 1;
                  changes.kernel = KernelKind.SPIN;
                }))
        .isEqualTo(RuntimeSpec.defaults());
  }

  @Test
  void whatIsOutOfRangeIsRefusedByName() {
    refused(spec -> spec.schedulers = 0, "schedulers: 0 (expected: 1 to 64)");
    refused(spec -> spec.taskWindow = 0, "taskWindow: 0");
    refused(spec -> spec.idModulus = 2, "idModulus: 2 (expected: 0, or even and at least 4)");
    refused(spec -> spec.idModulus = 7, "idModulus: 7");
    refused(spec -> spec.timeLimitNs = 0, "timeLimitNs: 0");
    refused(spec -> spec.exitLimitNs = 0, "exitLimitNs: 0");
    refused(spec -> spec.recordsPerThread = -1, "recordsPerThread: -1");
    refused(spec -> spec.chip = new Chip(0, 1, 2), "clusters: 0 (expected: 1 to 96)");
    refused(spec -> spec.chip = new Chip(1, 2, 2), "cubes: 2");
    refused(spec -> spec.chip = new Chip(1, 0, 0), "vectors: 0 (expected: 1 to 2)");
  }

  private static void refused(Consumer<SpecChanges> change, String message) {
    assertThatThrownBy(() -> RuntimeSpec.defaults().with(change))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTaskThatNoClusterCanTakeIsRefused() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 0);
    graph.task(ResourceShape.AIV_X1, 0);
    RuntimeSpec cubes = RuntimeSpec.defaults().with(spec -> spec.chip = new Chip(2, 1, 0));
    assertThatThrownBy(() -> DispatchRun.of(cubes, graph.build()))
        .hasMessage(
            "shape of task 1: AIV_X1 (expected: at most 1 AIC and 0 AIV, as a cluster has)");
  }

  @Test
  void noThreadIsWithoutAClusterAndOnlyThenTheOrchestratorBecomesOne() {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.schedulers = 3;
                  changes.becomesScheduler = true;
                });
    assertThat(spec.schedulersAtStart()).isEqualTo(1);
    assertThat(spec.schedulersAtEnd()).isEqualTo(1);
    RuntimeSpec wide = spec.with(changes -> changes.chip = Chip.ofClusters(8));
    assertThat(wide.schedulersAtStart()).isEqualTo(3);
    assertThat(wide.schedulersAtEnd()).isEqualTo(4);
    assertThat(wide.with(changes -> changes.becomesScheduler = false).schedulersAtEnd())
        .isEqualTo(3);
  }

  @Test
  void aChosenWayToWaitIsKept() {
    RuntimeSpec chosen = RuntimeSpec.defaults().with(spec -> spec.waiting = WaitKind.PARK);
    assertThat(chosen.effectiveWait()).isEqualTo(WaitKind.PARK);
    RuntimeSpec chip = RuntimeSpec.defaults().with(spec -> spec.chip = Chip.ofClusters(96));
    assertThat(chip.effectiveWait()).isNotEqualTo(WaitKind.SPIN);
  }

  @Test
  void threadsThatWaitAreCounted() {
    RuntimeSpec live = RuntimeSpec.defaults().with(spec -> spec.chip = Chip.ofClusters(2));
    assertThat(live.waitingThreads()).isEqualTo(1 + 6 + 1);
    RuntimeSpec preloaded = live.with(spec -> spec.submission = Submission.PRELOADED);
    assertThat(preloaded.waitingThreads()).isEqualTo(1 + 6);
    RuntimeSpec becomes = preloaded.with(spec -> spec.becomesScheduler = true);
    assertThat(becomes.waitingThreads()).isEqualTo(1 + 6 + 1);
  }

  @Test
  void faultsAndVariantsAreNamedAsFilesNameThem() {
    assertThat(Fault.values())
        .extracting(Fault::toString)
        .contains("ack-guard", "case-a", "lost-hand-over", "leave-without-exit")
        .hasSize(22);
    for (Fault fault : Fault.values()) {
      assertThat(Fault.of(fault.toString())).isEqualTo(fault);
    }
    assertThatThrownBy(() -> Fault.of("gremlins"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("fault: gremlins (expected: one of [ack-guard, ");
    assertThat(Variant.values())
        .extracting(Variant::toString)
        .containsExactly("single-slot", "dual-slot", "dual-slot-parity");
    assertThat(Placement.values())
        .extracting(Placement::toString)
        .containsExactly("select-aiv", "by-subslot");
    assertThat(PendingDispatch.values())
        .extracting(PendingDispatch::toString)
        .containsExactly("spin", "skip", "both");
    assertThat(Startup.values())
        .extracting(Startup::toString)
        .containsExactly("handshake", "report-first");
    assertThat(Submission.values())
        .extracting(Submission::toString)
        .containsExactly("live", "preloaded");
  }
}
