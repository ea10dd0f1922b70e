package io.ackfin.crosscheck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.PendingDispatch;
import io.ackfin.runtime.dispatch.Placement;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.runtime.kernel.KernelKind;
import io.ackfin.runtime.kernel.KernelSync;
import io.ackfin.workload.Chain;
import io.ackfin.workload.GraphSource;
import io.ackfin.workload.Independent;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run without a fault must give no difference, whatever the host does meanwhile. */
@Tag("stress")
@Timeout(180)
class CleanRunsTest {
  private static final int ROUNDS = 50;

  static Judgement assertAgrees(RecordedRun run) {
    assertThat(run.recording().complete()).isTrue();
    Judgement judgement = Judge.judge(run);
    for (CheckResult check : judgement.checks()) {
      assertThat(check.first()).as("%s of %s", check.check(), run.plan().spec()).isEmpty();
      assertThat(check.differences()).isZero();
      assertThat(check.compared()).as("%s", check.check()).isPositive();
    }
    return judgement;
  }

  @Test
  void everyVariantPathPlacementAndStartUpAgreesOnEveryKindOfGraph() {
    List<GraphSource> graphs =
        List.of(
            new Independent(100, ResourceShape.AIV_X1, RealRuns.SHORT),
            new Chain(40, ResourceShape.AIC_AIV_X2, RealRuns.SHORT, 2),
            new Mixed(20, RealRuns.SHORT),
            new Layered(6, 8, 0.2, List.of(ResourceShape.values()), RealRuns.SHORT));
    for (Variant variant : Variant.values()) {
      for (PendingDispatch pending : PendingDispatch.values()) {
        for (Startup startup : Startup.values()) {
          for (int i = 0; i < graphs.size(); i++) {
            // As the original places them, two vector subtasks may go to one core.
            Placement placement =
                variant == Variant.DUAL_SLOT ? Placement.BY_SUBSLOT : Placement.values()[i % 2];
            RuntimeSpec spec =
                RealRuns.spec(
                    changes -> {
                      changes.variant = variant;
                      changes.pendingDispatch = pending;
                      changes.startup = startup;
                      changes.placement = placement;
                    });
            assertAgrees(RealRuns.run(spec, graphs.get(i).build(variant.ordinal())));
          }
        }
      }
    }
  }

  @Test
  void theOriginalsPlacementBreaksOneClusterAndNothingElse() {
    TaskGraph graph = new Mixed(60, RealRuns.SHORT).build(1);
    RuntimeSpec spec = RealRuns.spec(changes -> changes.placement = Placement.SELECT_AIV);
    Judgement judgement = Judge.judge(RealRuns.run(spec, graph));
    for (int round = 1; round < ROUNDS && judgement.agrees(); round++) {
      judgement = Judge.judge(RealRuns.run(spec, graph));
    }
    assertThat(judgement.check(CheckKind.INVARIANTS).first())
        .as("in %d rounds", ROUNDS)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("one-cluster: two subtasks of task");
    for (CheckResult check : judgement.checks()) {
      assertThat(check.differences() > 0).isEqualTo(check.check() == CheckKind.INVARIANTS);
    }
  }

  @Test
  void oneToThreeCoresUnderOneOrTwoSchedulersAgree() {
    TaskGraph graph = new Independent(150, ResourceShape.AIC_ONLY, RealRuns.SHORT).build(1);
    for (int cores = 1; cores <= 3; cores++) {
      Chip chip = new Chip(cores, 1, 0);
      for (Variant variant : Variant.values()) {
        assertAgrees(
            RealRuns.run(
                RealRuns.spec(
                    changes -> {
                      changes.chip = chip;
                      changes.schedulers = 2;
                      changes.variant = variant;
                      changes.idModulus = 4;
                      changes.submission = Submission.PRELOADED;
                    }),
                graph));
      }
    }
  }

  @Test
  void coresThatChangeHandsAgree() {
    TaskGraph graph = new Mixed(60, new KernelDuration.Fixed(Ticks.ofMicros(50))).build(1);
    for (Variant variant : Variant.values()) {
      Judgement judgement =
          assertAgrees(
              RealRuns.run(
                  RealRuns.spec(
                      changes -> {
                        changes.chip = Chip.ofClusters(4);
                        changes.schedulers = 2;
                        changes.becomesScheduler = true;
                        changes.variant = variant;
                        changes.taskWindow = 40;
                      }),
                  graph));
      assertThat(judgement.coverage().handOvers()).isPositive();
    }
  }

  @Test
  void everyKernelAndEveryMeetingAgrees() {
    TaskGraph graph = new Mixed(10, RealRuns.SHORT).build(1);
    for (KernelKind kernel : KernelKind.values()) {
      for (KernelSync sync : KernelSync.values()) {
        assertAgrees(
            RealRuns.run(
                RealRuns.spec(
                    changes -> {
                      changes.kernel = kernel;
                      changes.kernelSync = sync;
                    }),
                graph));
      }
    }
  }

  @Test
  void mixedReachesEveryCaseAndTheCoverageSaysSo() {
    TaskGraph graph = new Mixed(300, RealRuns.SHORT).build(1);
    Judgement judgement = assertAgrees(RealRuns.run(RealRuns.SPEC, graph));
    for (int round = 1; round < ROUNDS && judgement.coverage().cases().containsValue(0L); round++) {
      judgement = judgement.and(assertAgrees(RealRuns.run(RealRuns.SPEC, graph)));
    }
    for (CompletionCase found : CompletionCase.values()) {
      if (found != CompletionCase.NONE) {
        assertThat(judgement.coverage().cases().get(found)).as("case %s", found).isPositive();
      }
    }
    assertThat(judgement.coverage().finSkips()).isPositive();
    assertThat(judgement.coverage().edges()).containsKey("core BEHIND -> FIN");
    assertThat(judgement.coverage().neverTaken()).contains("scheduler EXIT_ANSWER -> EXIT_EXPIRED");
  }
}
