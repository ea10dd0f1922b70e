package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of a result against runs that were worked out on paper. */
@Tag("unit")
class FiguresTest {
  private static final double EXACT = 1e-12;

  @Test
  void latenciesOfTheHandDrawnRun() {
    Latencies latencies = HandDrawnRun.fixture().run().latencies();
    // 349, 2754.6, 349 and 4161.1 ns: behind a running task only the pick-up is left.
    assertThat(latencies.gap())
        .isEqualTo(new Spread(4, 1_903_425, 349_000, 4_161_100, 4_161_100, 4_161_100));
    // 501, 1545, 594.6, 1338.6 and 494.7 ns.
    assertThat(latencies.head())
        .isEqualTo(new Spread(5, 894_780, 594_600, 1_545_000, 1_545_000, 1_545_000));
    // 609, 2365, 615.4, 266.4 and 210.3 ns.
    assertThat(latencies.tail())
        .isEqualTo(new Spread(5, 813_220, 609_000, 2_365_000, 2_365_000, 2_365_000));
  }

  @Test
  void timesAndSharesOfTheHandDrawnRun() {
    RunResult result = HandDrawnRun.fixture().run();
    assertThat(result.makespan()).isEqualTo(17_725_000);
    assertThat(result.lastKernelEnd()).isEqualTo(16_514_700);
    assertThat(result.firstSubmission()).isZero();
    assertThat(result.loads()).isEqualTo(57);
    assertThat(result.guardLoads()).isEqualTo(3);
    assertThat(result.activities())
        .containsAllEntriesOf(
            Map.of(
                Activity.STARTUP, 0L,
                Activity.POLL, 5_400_000L,
                Activity.GUARD, 300_000L,
                Activity.COMPLETE, 5_000_000L,
                Activity.DISPATCH, 7_025_000L,
                Activity.IDLE, 0L));
    Shares shares = result.shares();
    assertThat(shares.aic()).isEqualTo(7_000 / 17_725.0, within(EXACT));
    assertThat(shares.aiv()).isNaN();
    assertThat(shares.aicpu()).isEqualTo(1, within(EXACT));
    // A task waits until 14620, and until then kernels run for 5600.
    assertThat(shares.overhead().aic()).isEqualTo(9_020 / 17_725.0, within(EXACT));
    assertThat(shares.overhead().has()).isEqualTo(9_020 / 17_725.0, within(EXACT));
    assertThat(shares.overhead().aiv()).isNaN();
    assertThat(shares.overhead().all()).isNaN();
  }

  @Test
  void sharesOfBothKindsOfCores() {
    RunResult result = HandDrawnRun.oneOfEachKind().run();
    assertThat(result.makespan()).isEqualTo(6_510_000);
    assertThat(result.loads()).isEqualTo(17);
    Shares shares = result.shares();
    assertThat(shares.aic()).isEqualTo(2_000 / 6_510.0, within(EXACT));
    assertThat(shares.aiv()).isEqualTo(2_000 / 6_510.0, within(EXACT));
    OverheadShares overhead = shares.overhead();
    assertThat(overhead.aic()).isEqualTo(1_400 / 6_510.0, within(EXACT));
    assertThat(overhead.aiv()).isEqualTo(2_805 / 6_510.0, within(EXACT));
    assertThat(overhead.all()).isEqualTo(1_400 / 6_510.0, within(EXACT));
    assertThat(overhead.has()).isEqualTo(2_805 / 6_510.0, within(EXACT));
  }

  /** A task of both kinds counts for both until its first subtask is dispatched. */
  @Test
  void aWideTaskWaitsForEveryCoreThatItNeeds() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_AIV_X1, 1, Ticks.ofMicros(2));
    RunResult result = PlanFixture.reference().cluster(1, 1).graph(graph).run();
    OverheadShares overhead = result.shares().overhead();
    double share = 1_400_000.0 / result.makespan();
    assertThat(overhead).isEqualTo(new OverheadShares(share, share, share, share));
  }

  /** One core of two is idle while a task waits; with both busy nothing is lost. */
  @Test
  void sharesAreOfAllCoresOfAKind() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 2, Ticks.ofMicros(2));
    RunResult result = PlanFixture.reference().clusters(2).schedulers(2).graph(graph).run();
    assertThat(result.makespan()).isEqualTo(5_105_000);
    assertThat(result.shares().aic()).isEqualTo(2_000 / 5_105.0, within(EXACT));
    assertThat(result.shares().aicpu()).isEqualTo(1, within(EXACT));
    assertThat(result.shares().overhead().aic()).isEqualTo(1_400 / 5_105.0, within(EXACT));
  }

  /** One of two cores runs from 1901 on; the other is idle, and a task waits until 2805. */
  @Test
  void oneIdleCoreOfAKindIsEnough() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 2, Ticks.ofMicros(2));
    RunResult result = PlanFixture.reference().clusters(2).graph(graph).run();
    assertThat(result.shares().overhead().aic())
        .isEqualTo(2_805_000.0 / result.makespan(), within(EXACT));
  }

  /** Start-up lies before the first submission and counts in no figure. */
  @Test
  void timesCountFromTheFirstSubmission() {
    RunResult handshake = PlanFixture.a2a3().run();
    assertThat(handshake.firstSubmission()).isPositive();
    assertThat(handshake.activities().get(Activity.STARTUP)).isEqualTo(handshake.firstSubmission());
    assertThat(handshake.makespan())
        .isEqualTo(handshake.soc().lastTaskCompletion() - handshake.firstSubmission());
    assertThat(handshake.lastKernelEnd())
        .isEqualTo(handshake.soc().lastKernelEnd() - handshake.firstSubmission());
    assertThat(handshake.shares().aic())
        .isEqualTo(2_000_000.0 / handshake.makespan(), within(EXACT));
  }

  /**
   * A gap counts if the next task was ready no later than the kernel before it ended. Task 1 is
   * submitted when the orchestrator has submitted twice; with 3895350 ps a submission that is the
   * very tick at which task 0 ends: stored 1405 ns after its submission, read at 561 * 9.7 ns.
   */
  @ParameterizedTest
  @CsvSource({"3895350, 1", "3895351, 0", "3895349, 1"})
  void aGapCountsOnlyWhereTheNextTaskWasReady(long submit, long gaps) {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 2, Ticks.ofMicros(2));
    RunResult result = PlanFixture.reference().graph(graph).submit(Ticks.ofPicos(submit)).run();
    assertThat(result.soc().table().time(0, Time.END)).isEqualTo(7_790_700);
    assertThat(result.soc().readyTick(1)).isEqualTo(2 * submit);
    assertThat(result.latencies().gap().count()).isEqualTo(gaps);
  }

  /** What follows on another core is no gap, however long ready. */
  @Test
  void gapsAreBetweenKernelsOfOneCore() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 2, Ticks.ofMicros(2));
    assertThat(PlanFixture.reference().clusters(2).graph(graph).run().latencies().gap().count())
        .isZero();
  }

  /** The cube task that waits for a vector task runs after the one that was submitted behind it. */
  @Test
  void gapsFollowTheOrderOfStarts() {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIV_X1, 20_000_000);
    graph.task(ResourceShape.AIC_ONLY, 2_000_000);
    graph.after(0);
    graph.task(ResourceShape.AIC_ONLY, 2_000_000);
    RunResult result = PlanFixture.reference().cluster(1, 1).graph(graph.build()).run();
    assertThat(result.soc().table().time(2, Time.END))
        .isLessThan(result.soc().table().time(1, Time.START));
    assertThat(result.latencies().gap().count()).isZero();
  }

  @Test
  void aRunWithoutTasksHasNoFigures() {
    TaskGraph none = TaskGraph.builder().build();
    RunResult result = PlanFixture.reference().graph(none).run();
    assertThat(result.good()).isTrue();
    assertThat(result.makespan()).isEqualTo(-1);
    assertThat(result.lastKernelEnd()).isEqualTo(-1);
    assertThat(result.latencies().head().count()).isZero();
    assertThat(result.shares().aicpu()).isNaN();
    assertThat(result.shares().overhead().has()).isNaN();
  }
}
