package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ackfin.check.Verdict;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.handshake.Startup;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How runs end: by themselves, at a limit, on request, or stuck; and what is said of them then. */
@Tag("unit")
class RunEndingTest {
  private static final double EXACT = 1e-12;

  /** The one task of the reference model is complete at 5105 ns. */
  @Test
  void theLimitIncludesItsTick() {
    RunResult at = PlanFixture.reference().until(Ticks.ofPicos(5_105_000)).run();
    assertThat(at.completedTasks()).isEqualTo(1);
    assertThat(at.makespan()).isEqualTo(5_105_000);
    RunResult before = PlanFixture.reference().until(Ticks.ofPicos(5_104_999)).run();
    assertThat(before.completedTasks()).isZero();
    assertThat(before.makespan()).isEqualTo(-1);
    assertThat(before.lastKernelEnd()).isEqualTo(3_901_000);
  }

  @Test
  void aRunThatIsCutOffSaysSo() {
    RunResult result = PlanFixture.reference().until(Ticks.ofMicros(3)).run();
    assertThat(result.ending()).isEqualTo(RunEnding.LIMIT);
    assertThat(result.good()).isFalse();
    assertThat(result.why()).isEqualTo("the limit on simulated time was reached");
    assertThat(result.waiting())
        .containsExactly(
            "scheduler 0: APPLY_COND on core 0",
            "cluster 0 AIC: END_KERNEL (id 1); scheduler believes 1 (task 0 AIC) runs;"
                + " DMB 1, COND ACK(1); hank.task slot 0, slots: task 0 AIC, nothing built",
            "task 0: dispatched, not complete: AIC on cluster 0 AIC");
    // Whether it would have gone on is not known.
    assertThat(violated(result)).isEmpty();
  }

  /** Tasks that were never ready are named, three at most. */
  @Test
  void aRunThatIsCutOffNamesTasksThatWait() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, 100_000_000);
    graph.task(ResourceShape.AIC_ONLY, 100_000_000);
    graph.after(0).named("second");
    for (int i = 0; i < 3; i++) {
      graph.task(ResourceShape.AIC_ONLY, 1);
      graph.after(0).after(1);
    }
    RunResult result = PlanFixture.reference().graph(graph.build()).until(Ticks.ofMicros(50)).run();
    assertThat(result.waiting())
        .endsWith(
            "task second: waits for 1 of 1 producers: 0",
            "task 2: waits for 2 of 2 producers: 0, second",
            "task 3: waits for 2 of 2 producers: 0, second");
  }

  @Test
  void aLimitBeyondTheEndChangesNothing() {
    RunResult free = HandDrawnRun.fixture().run();
    RunResult limited = HandDrawnRun.fixture().until(Ticks.ofMillis(1)).run();
    assertThat(limited.ending()).isEqualTo(RunEnding.FINISHED);
    assertThat(limited.why()).isEmpty();
    assertThat(limited.waiting()).isEmpty();
    assertThat(limited.digest()).isEqualTo(free.digest());
    assertThat(limited.good()).isTrue();
  }

  @Test
  void theWatcherIsToldEveryTwoHundredMicrosecondsAndCanStop() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 20, Ticks.ofMicros(100));
    List<String> told = new ArrayList<>();
    RunResult result =
        new Run(PlanFixture.reference().graph(graph).plan(), List.of())
            .execute(
                (completed, tasks, tick) -> {
                  told.add(completed + " of " + tasks + " at " + tick);
                  return told.size() < 3;
                });
    assertThat(told)
        .containsExactly("1 of 20 at 200000000", "3 of 20 at 400000000", "5 of 20 at 600000000");
    assertThat(result.ending()).isEqualTo(RunEnding.INTERRUPTED);
    assertThat(result.why()).isEqualTo("interrupted");
    assertThat(result.completedTasks()).isEqualTo(5);
  }

  @Test
  void aThreadThatNeverGivesUpEndsLikeAnyOther() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 3, Ticks.ofMicros(100));
    Ticks never = Ticks.ofPicos(Long.MAX_VALUE);
    RunResult result = PlanFixture.reference().graph(graph).giveUp(never).run();
    assertThat(result.ending()).isEqualTo(RunEnding.FINISHED);
  }

  /** Each started core is progress: 72 cores, 4 us each, by one thread that gives up after 20. */
  @Test
  void aLongStartUpIsNotStuck() {
    RunResult result =
        PlanFixture.a2a3().clusters(24).startup(Startup.HANDSHAKE).giveUp(Ticks.ofMicros(20)).run();
    assertThat(result.firstSubmission()).isGreaterThan(Ticks.ofMicros(200).picoseconds());
    assertThat(result.ending()).as(result.why()).isEqualTo(RunEnding.FINISHED);
  }

  /**
   * A core answers exit 400 ns after its store. A thread that waits for 300 ns goes its way after
   * the third load; exit stays where it is, and the core leaves all the same.
   */
  @ParameterizedTest
  @CsvSource({"1000, 415000", "300, 305000"})
  void theWaitForAnAnswerToExitIsBounded(long boundNanos, long exitTicks) {
    RunResult result = PlanFixture.reference().aicpu("exitBound", Ticks.ofNanos(boundNanos)).run();
    assertThat(result.ending()).isEqualTo(RunEnding.FINISHED);
    assertThat(result.activities().get(Activity.EXIT)).isEqualTo(exitTicks);
  }

  /** Nothing was completed, one kernel has run for 97 of the 100 us since the first submission. */
  @Test
  void sharesOfARunThatWasCutOffAreOfTheTimeSimulated() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 5, Ticks.ofMicros(200));
    RunResult result = PlanFixture.reference().graph(graph).until(Ticks.ofMicros(100)).run();
    assertThat(result.makespan()).isEqualTo(-1);
    assertThat(result.shares().aic()).isEqualTo(98_099 / 100_000.0, within(EXACT));
    assertThat(result.shares().aicpu()).isEqualTo(1, within(EXACT));
    // Tasks 2 to 4 wait from the start; the core is idle until 1901.
    assertThat(result.shares().overhead().aic()).isEqualTo(1_901 / 100_000.0, within(EXACT));
  }

  /** The first payload is still being built. */
  @Test
  void sharesOfARunThatWasCutOffBeforeItsFirstDispatch() {
    Shares shares = PlanFixture.reference().until(Ticks.ofMicros(1)).run().shares();
    assertThat(shares.aic()).isZero();
    assertThat(shares.aicpu()).isEqualTo(1, within(EXACT));
    assertThat(shares.overhead().aic()).isEqualTo(1, within(EXACT));
  }

  @Test
  void noShareExceedsTheWhole() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 5, Ticks.ofMicros(100));
    RunResult result = PlanFixture.reference().graph(graph).until(Ticks.ofPicos(204_300_000)).run();
    assertThat(result.makespan()).isLessThan(204_300_000);
    // Two kernels have ended at 101.901 and 202.25, the third has run since 202.599.
    assertThat(result.shares().aic())
        .isEqualTo((200_000 + 204_300 - 202_599) / 204_300.0, within(EXACT));
    assertThat(result.shares().aicpu()).isEqualTo(1, within(EXACT));
  }

  private static List<Invariant> violated(RunResult result) {
    return result.verdicts().stream()
        .filter(verdict -> !verdict.held())
        .map(Verdict::invariant)
        .toList();
  }
}
