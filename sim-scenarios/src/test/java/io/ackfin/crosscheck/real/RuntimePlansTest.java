package io.ackfin.crosscheck.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.handshake.Addition;
import io.ackfin.protocol.DispatchId;
import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.PendingDispatch;
import io.ackfin.runtime.dispatch.Placement;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.scenario.RuntimeSection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario asks for is what is run, or it is refused. */
@Tag("unit")
class RuntimePlansTest {
  private static RuntimePlan plan(String... sets) {
    return RuntimePlans.of(RealScenario.with(sets));
  }

  private static List<String> names(Object[] constants) {
    return Arrays.stream(constants).map(Object::toString).toList();
  }

  @Test
  void everyKeyOfTheRunReachesTheRuntime() {
    RuntimeSpec spec =
        plan(
                "soc.clusters=6",
                "soc.cluster={aic: 1, aiv: 1}",
                "soc.aicpu.schedulers=4",
                "soc.orchestrator.becomesScheduler=true",
                "soc.taskWindow=7",
                "soc.startup=report-first",
                "protocol.variant=dual-slot-parity",
                "protocol.placement=select-aiv",
                "protocol.pendingDispatch=skip",
                "protocol.idModulus=8",
                "runtime={kernel: tile, wait: park, submission: live}",
                "workload={generator: {kind: independent}}")
            .spec();
    RuntimeSpec expected =
        RuntimeSpec.defaults()
            .with(
                wanted -> {
                  wanted.chip = new Chip(6, 1, 1);
                  wanted.schedulers = 4;
                  wanted.becomesScheduler = true;
                  wanted.taskWindow = 7;
                  wanted.startup = Startup.REPORT_FIRST;
                  wanted.variant = Variant.DUAL_SLOT_PARITY;
                  wanted.placement = Placement.SELECT_AIV;
                  wanted.pendingDispatch = PendingDispatch.SKIP;
                  wanted.idModulus = 8;
                  wanted.kernel = KernelKind.TILE;
                  wanted.waiting = WaitKind.PARK;
                  wanted.submission = Submission.LIVE;
                  wanted.timeLimitNs = spec.timeLimitNs();
                });
    assertThat(spec).isEqualTo(expected);
  }

  @Test
  void whatIsLeftOutIsTheRuntimesDefault() {
    RuntimeSpec spec = plan("runtime={}").spec();
    assertThat(spec.waiting()).isNull();
    assertThat(spec.kernel()).isEqualTo(KernelKind.SPIN);
    assertThat(spec.submission()).isEqualTo(Submission.LIVE);
    assertThat(spec.taskWindow()).isEqualTo(Integer.MAX_VALUE);
    assertThat(spec.recordsPerThread()).isZero();
  }

  /** Names in files are the only thing that the two sides share. */
  @Test
  void bothSidesCallTheirChoicesTheSame() {
    assertThat(names(RuntimeSection.Kernel.values())).isEqualTo(names(KernelKind.values()));
    assertThat(names(RuntimeSection.Wait.values())).isEqualTo(names(WaitKind.values()));
    assertThat(names(RuntimeSection.Submission.values())).isEqualTo(names(Submission.values()));
    for (RuntimeSection.Kernel kernel : RuntimeSection.Kernel.values()) {
      assertThat(plan("runtime.kernel=" + kernel).spec().kernel()).hasToString(kernel.toString());
    }
    for (RuntimeSection.Wait wait : RuntimeSection.Wait.values()) {
      assertThat(plan("runtime.wait=" + wait).spec().waiting()).hasToString(wait.toString());
    }
    for (Submission submission : Submission.values()) {
      assertThat(plan("runtime.submission=" + submission).spec().submission())
          .isEqualTo(submission);
    }
    for (Variant variant : Variant.values()) {
      assertThat(plan("protocol.variant=" + variant).spec().variant()).isEqualTo(variant);
    }
    for (Placement placement : Placement.values()) {
      assertThat(plan("protocol.placement=" + placement).spec().placement()).isEqualTo(placement);
    }
    for (PendingDispatch path : PendingDispatch.values()) {
      assertThat(plan("protocol.pendingDispatch=" + path).spec().pendingDispatch()).isEqualTo(path);
    }
  }

  @Test
  void theGuardIsHeldAgainstTablesInWhichItEndsOnAnAbort() {
    assertThat(plan().protocol().with()).containsExactly(Addition.GUARD_ABORT);
    assertThat(plan("protocol.variant=single-slot").protocol().with()).isEmpty();
    assertThat(plan("protocol.idModulus=8").protocol().ids()).isEqualTo(DispatchId.FULL.modulo(8));
  }

  @Test
  void modelAndRuntimeGetTheSameTasks() {
    RuntimePlan plan = plan();
    assertThat(plan.graph().tasks()).isEqualTo(20);
    assertThat(plan.name()).isEqualTo("small");
    assertThat(plan.policy().placement()).hasToString("by-subslot");
  }

  /** Five times giveUp and the longest kernel once on each core; a second at least. */
  @ParameterizedTest
  @CsvSource({"2s, 1us, 10000003000", "1ms, 0ps, 1000000000", "1s, 2s, 11000000000"})
  void limitsFollowTheScenario(String giveUp, String kernel, long expected) {
    RuntimeSpec spec =
        plan("soc.aicpu.giveUp=" + giveUp, "workload.generator.duration=" + kernel).spec();
    assertThat(spec.timeLimitNs()).isEqualTo(expected);
    assertThat(plan("soc.aicpu.exitBound=3s").spec().exitLimitNs()).isEqualTo(3_000_000_000L);
    assertThat(plan("soc.aicpu.exitBound=3ms").spec().exitLimitNs()).isEqualTo(1_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protocol.without=[case-a, ack-guard]|protocol.without: [ack-guard, case-a] (expected: [],"
            + " as a normal run refuses faults: use --fault)",
        "soc.startup=none|soc.startup: none (expected: one of handshake, report-first, as real",
        "soc.clusters=97|soc.clusters: 97 (expected: at most 96 in a real run",
        "protocol.idModulus=2|protocol.idModulus: 2 (expected: 0, or an even number of at least 4",
        "protocol.idModulus=5|protocol.idModulus: 5 (expected: 0, or an even number of at least 4",
        "expect.exit=3|expect.exit: 3 (expected: 0, as nothing is switched off in a real run)"
      })
  void whatTheRuntimeLacksIsRefusedAtItsKey(String set, String problem) {
    assertThatThrownBy(() -> RealScenario.with(set))
        .hasMessageStartingWith("--set " + set + ": " + problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aWindowThatNothingCouldFillIsRefused() {
    assertThatThrownBy(() -> RealScenario.with("soc.taskWindow=4", "runtime.submission=preloaded"))
        .hasMessage(
            "--set soc.taskWindow=4: soc.taskWindow: 4 (expected: 0 with runtime.submission"
                + " preloaded, where all tasks are there from the start)");
  }
}
