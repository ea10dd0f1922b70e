package io.ackfin.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RealScenario;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.crosscheck.real.RuntimePlans;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.dispatch.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which rounds count. */
@Tag("unit")
@Timeout(60)
class CrossCheckTest {
  private static final RuntimePlan PLAN = RuntimePlans.of(RealScenario.with());
  private static final RecordedRun WHOLE = run(4_096, "");
  private static final RecordedRun GAP = run(8, "");
  private static final RecordedRun FAILED = run(4_096, "core 1 failed after 3 of 20 tasks: x");

  private static RecordedRun run(int records, String why) {
    DispatchRun run =
        DispatchRun.of(PLAN.spec().with(spec -> spec.recordsPerThread = records), PLAN.graph());
    return new RecordedRun(PLAN, run.run().recording().orElseThrow(), why.isEmpty(), why);
  }

  /** Counts what it is told; asks to stop after a number of rounds. */
  private static final class Watcher implements RoundWatcher {
    private final int stopAfter;
    private int begun;
    private final List<RecordedRun> judged = new ArrayList<>();

    Watcher(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void begins() {
      begun++;
    }

    @Override
    public boolean stop() {
      return begun >= stopAfter;
    }

    @Override
    public void judged(RecordedRun run, Judgement found) {
      judged.add(run);
    }
  }

  private static Rounds rounds(RecordedRun... runs) {
    Iterator<RecordedRun> left = Arrays.asList(runs).iterator();
    return new Rounds() {
      @Override
      public String name() {
        return "some";
      }

      @Override
      public int count() {
        return runs.length;
      }

      @Override
      public boolean hasNext() {
        return left.hasNext();
      }

      @Override
      public RecordedRun next() {
        return left.next();
      }
    };
  }

  @Test
  void everyRoundIsJudgedAndTold() {
    Watcher watcher = new Watcher(99);
    CrossCheckResult result = CrossCheck.of(rounds(WHOLE, WHOLE, WHOLE), watcher);
    assertThat(result.name()).isEqualTo("some");
    assertThat(result.rounds()).isEqualTo(3);
    assertThat(result.wanted()).isEqualTo(3);
    assertThat(result.unjudged()).isZero();
    assertThat(result.failures()).isEmpty();
    assertThat(result.interrupted()).isFalse();
    assertThat(result.possible()).isEqualTo(EnumSet.range(CompletionCase.A, CompletionCase.D));
    assertThat(watcher.judged).containsExactly(WHOLE, WHOLE, WHOLE);
  }

  @Test
  void aRecordingWithAGapIsCountedAndNotJudged() {
    Watcher watcher = new Watcher(99);
    CrossCheckResult result = CrossCheck.of(rounds(GAP, WHOLE), watcher);
    assertThat(result.rounds()).isEqualTo(1);
    assertThat(result.unjudged()).isEqualTo(1);
    assertThat(watcher.judged).containsExactly(WHOLE);
  }

  @Test
  void aFailedRunIsToldAndJudgedAsFarAsItCame() {
    Watcher watcher = new Watcher(99);
    CrossCheckResult result = CrossCheck.of(rounds(WHOLE, FAILED), watcher);
    assertThat(result.failures()).containsExactly("round 2: core 1 failed after 3 of 20 tasks: x");
    assertThat(result.verdict()).isEqualTo(CrossCheckResult.Verdict.VIOLATED);
    assertThat(watcher.judged).containsExactly(WHOLE, FAILED);
  }

  @Test
  void whatWasFinishedBeforeItWasStoppedCounts() {
    CrossCheckResult result = CrossCheck.of(rounds(WHOLE, WHOLE, WHOLE), new Watcher(2));
    assertThat(result.rounds()).isEqualTo(2);
    assertThat(result.interrupted()).isTrue();
    CrossCheckResult last = CrossCheck.of(rounds(WHOLE, WHOLE), new Watcher(2));
    assertThat(last.rounds()).isEqualTo(2);
    assertThat(last.interrupted()).isFalse();
  }

  /** Whoever stops a run makes it fail; the run is not to blame. */
  @Test
  void aRunThatWasCutOffDoesNotCount() {
    CrossCheckResult result = CrossCheck.of(rounds(WHOLE, FAILED), new Watcher(2));
    assertThat(result.rounds()).isEqualTo(1);
    assertThat(result.failures()).isEmpty();
    assertThat(result.interrupted()).isTrue();
  }

  /** One task on an idle core is completed by case C, whatever happens. */
  @Test
  void roundsWithAllCasesAreCounted() {
    String one = "workload.generator={kind: independent, tasks: 1}";
    RuntimePlan dual = RuntimePlans.of(RealScenario.with(one));
    CrossCheckResult result = CrossCheck.of(new RealRounds(dual, Set.of(), 3), RoundWatcher.NONE);
    assertThat(result.withAllCases()).isZero();
    assertThat(result.missingCases())
        .containsExactly(CompletionCase.A, CompletionCase.B, CompletionCase.D);
    RuntimePlan single = RuntimePlans.of(RealScenario.with(one, "protocol.variant=single-slot"));
    result = CrossCheck.of(new RealRounds(single, Set.of(), 3), RoundWatcher.NONE);
    assertThat(result.withAllCases()).isEqualTo(3);
    assertThat(result.possible()).containsExactly(CompletionCase.C);
  }

  @Test
  void realRoundsAreRecordedWhole() {
    Rounds real = new RealRounds(PLAN, Set.of(), 2);
    assertThat(real.name()).isEqualTo("small");
    for (int round = 0; round < 2; round++) {
      assertThat(real.hasNext()).isTrue();
      RecordedRun run = real.next();
      assertThat(run.finished()).isTrue();
      assertThat(run.recording().complete()).isTrue();
      assertThat(run.recording().size()).isGreaterThan(500);
    }
    assertThat(real.hasNext()).isFalse();
  }

  @Test
  void aRunThatDidNotFitIsMadeAgainWithMoreRoom() {
    RecordedRun run = new RealRounds(PLAN, Set.of(), 1, 8).next();
    assertThat(run.recording().complete()).isTrue();
    assertThat(run.recording().size()).isGreaterThan(500);
  }

  /** Ids that are dispatched again and again fill no buffer, however long a core takes. */
  @Test
  void aRunThatFailedIsTheLastOne() {
    RuntimePlan plan = RuntimePlans.of(RealScenario.with("soc.aicpu.giveUp=1ms"));
    Rounds real = new RealRounds(plan, Set.of(Fault.CASE_C), 3);
    RecordedRun run = real.next();
    assertThat(run.finished()).isFalse();
    assertThat(run.why())
        .matches("[a-z]+( \\d)? failed after \\d+ of 20 tasks: .* \\(expected: within .*\\)");
    assertThat(real.hasNext()).isFalse();
  }
}
