package io.ackfin.crosscheck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.crosscheck.mutant.RealRun;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Startup;
import io.ackfin.runtime.dispatch.Variant;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Recordings that do not go with their plan. */
@Tag("stress")
@Timeout(60)
class MisfitsTest {
  private static final TaskGraph GRAPH = new Mixed(20, RealRuns.SHORT).build(1);

  private static RecordedRun as(RecordedRun run, RuntimePlan plan) {
    return new RecordedRun(plan, run.recording(), run.finished(), run.why());
  }

  @Test
  void anIncompleteRecordingIsRefused() {
    RecordedRun run = RealRuns.run(RealRuns.spec(spec -> spec.recordsPerThread = 10), GRAPH);
    assertThatThrownBy(() -> Judge.judge(run))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "recording: scheduler 0 lost \\d+ records \\(expected: none; record more per thread\\)");
  }

  @Test
  void aRecordingOfAnotherChipOrWorkloadIsRefused() {
    RecordedRun run = RealRuns.run(RealRuns.SPEC, GRAPH);
    RuntimeSpec larger = RealRuns.spec(spec -> spec.chip = Chip.ofClusters(2));
    assertThatThrownBy(() -> Judge.judge(as(run, RealRun.plan("larger", larger, GRAPH))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("recording: of 3 cores (expected: of cores 0 to 5, as the plan has them)");
    TaskGraph smaller = new Mixed(1, RealRuns.SHORT).build(1);
    assertThatThrownBy(() -> Judge.judge(as(run, RealRun.plan("less", RealRuns.SPEC, smaller))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "recording: scheduler 0, record \\d+, subtask \\d+"
                + " \\(expected: 0 to 8, as the plan has them\\)");
  }

  @Test
  void aRecordingOfAnotherHandshakeDiffersAndIsNoError() {
    for (Variant ran : Variant.values()) {
      for (Variant claimed : Variant.values()) {
        for (Startup startup : Startup.values()) {
          RecordedRun run = RealRuns.run(RealRuns.spec(spec -> spec.variant = ran), GRAPH);
          RuntimeSpec other =
              RealRuns.spec(
                  spec -> {
                    spec.variant = claimed;
                    spec.startup = startup;
                  });
          Judgement judgement = Judge.judge(as(run, RealRun.plan("other", other, GRAPH)));
          boolean same = ran == claimed && startup == Startup.HANDSHAKE;
          assertThat(judgement.agrees()).as("%s as %s %s", ran, claimed, startup).isEqualTo(same);
        }
      }
    }
  }

  @Test
  void judgementsAddUp() {
    CheckResult nothing = new CheckResult(CheckKind.DECISIONS, 5, 0, List.of());
    CheckResult one = new CheckResult(CheckKind.DECISIONS, 7, 1, List.of("x"));
    assertThat(nothing.and(one))
        .isEqualTo(new CheckResult(CheckKind.DECISIONS, 12, 1, List.of("x")));
    RunCoverage first =
        new RunCoverage(Map.of(CompletionCase.A, 1L), 2, 3, 4, Map.of("core a", 0L, "core b", 1L));
    RunCoverage second =
        new RunCoverage(Map.of(CompletionCase.A, 5L), 1, 1, 1, Map.of("core b", 2L, "core c", 0L));
    RunCoverage sum = first.and(second);
    assertThat(sum.cases()).containsEntry(CompletionCase.A, 6L);
    assertThat(sum.edges())
        .containsOnly(Map.entry("core a", 0L), Map.entry("core b", 3L), Map.entry("core c", 0L));
    assertThat(sum.neverTaken()).containsExactlyInAnyOrder("core a", "core c");
    assertThat(List.of(sum.guardWaits(), sum.finSkips(), sum.handOvers()))
        .containsExactly(3L, 4L, 5L);
  }
}
