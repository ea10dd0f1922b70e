package io.ackfin.crosscheck.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.crosscheck.timing.TimelineComparison.Figure;
import io.ackfin.device.aicpu.DispatchPolicy;
import io.ackfin.device.soc.Preset;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
class TimingTest {
  /** A chain of tasks, so that nothing is ever ready before the kernel before it has ended. */
  private static TaskGraph chain(int tasks) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(ResourceShape.AIC_ONLY, 2_000_000);
      if (i > 0) {
        graph.after(i - 1);
      }
    }
    return graph.build();
  }

  private static TaskGraph independent(int tasks) {
    TaskGraph.Builder graph = TaskGraph.builder();
    for (int i = 0; i < tasks; i++) {
      graph.task(ResourceShape.AIC_ONLY, 20_000_000);
    }
    return graph.build();
  }

  private static RuntimePlan plan(TaskGraph graph) {
    RuntimeSpec spec =
        RuntimeSpec.defaults()
            .with(
                changes -> {
                  changes.chip = new Chip(1, 1, 0);
                  changes.submission = Submission.PRELOADED;
                });
    return new RuntimePlan(
        "plan",
        spec,
        graph,
        Protocol.of(Variant.DUAL_SLOT).startingBy(Startup.HANDSHAKE),
        new DispatchPolicy(Placement.BY_SUBSLOT, PendingDispatch.BOTH));
  }

  private static Timeline simulated(TaskGraph graph) {
    return Timeline.of(Timing.simulate(plan(graph), Preset.REFERENCE.spec()), graph);
  }

  @Test
  void theMiddleHalfIsWhatCounts() {
    assertThat(Timeline.middle(new double[] {9, 1_000_000, 2, 3, 4, 5, 1, 6})).isEqualTo(4.5);
    assertThat(Timeline.middle(new double[] {7})).isEqualTo(7);
    assertThat(Timeline.middle(new double[0])).isNaN();
  }

  /** Pick-up alone lies between two kernels of which the second waits behind the first: 349 ns. */
  @Test
  void aGapIsFromTheEndOfAKernelToTheStartOfTheNext() {
    Timeline timeline = simulated(independent(20));
    assertThat(timeline.gap()).isCloseTo(349, within(1e-6));
    assertThat(timeline.period()).isCloseTo(20_349, within(1e-6));
  }

  /** What a core waits for its next task to become ready is no gap. */
  @Test
  void aWorkloadThatLacksReadyTasksHasNoGaps() {
    Timeline timeline = simulated(chain(5));
    assertThat(timeline.gap()).isNaN();
    assertThat(timeline.period()).isGreaterThan(2_349);
  }

  @Test
  void aTimelineHasItsOwnOrderAndNoOther() {
    Timeline timeline = simulated(independent(20));
    assertThat(timeline.sameOrder(timeline)).isEqualTo(1);
  }

  @Test
  void errorsOfTimesAreRelativeAndThoseOfSharesAreNot() {
    Figure time = Figure.time("gap", new double[] {100, 130, 110}, 99);
    assertThat(time).isEqualTo(new Figure("gap", 110, 100, 130, 99, 100 * (99.0 - 110) / 110));
    Figure share = Figure.share("caseB", new double[] {0.25, 0.75}, 0.75);
    assertThat(share).isEqualTo(new Figure("caseB", 0.5, 0.25, 0.75, 0.75, 25));
  }

  @Test
  void whatNoRoundHasIsNotANumber() {
    Figure figure = Figure.time("gap", new double[] {Double.NaN, Double.NaN}, 99);
    assertThat(figure.real()).isNaN();
    assertThat(figure.errorPct()).isNaN();
  }

  @Test
  void aComparisonWithItselfHasNoError() {
    Timeline timeline = simulated(independent(20));
    TimelineComparison compared = Timing.compare(List.of(timeline, timeline), timeline);
    assertThat(compared.comparable()).isTrue();
    assertThat(compared.figures())
        .extracting(Figure::name)
        .containsExactly(
            "makespan",
            "gap",
            "headOverhead",
            "tailOverhead",
            "coreOrder",
            "caseA",
            "caseB",
            "caseC",
            "caseD");
    assertThat(compared.figures()).allMatch(figure -> figure.errorPct() == 0);
  }

  /** A preset of other handovers than this host's cannot be its own. */
  @Test
  @Timeout(120)
  void timesOfAHostThatIsNotTheCalibratedOneAreNotCompared() {
    assertThat(HostState.differs(Preset.A2A3.spec(), 2 * 1_040)).isEmpty();
    assertThat(HostState.differs(Preset.A2A3.spec(), 2 * 1_040 * 1.6).orElseThrow())
        .startsWith("the host's handovers: 3328 ns there and back (expected: about 2080 ns");
    assertThat(HostState.differs(Preset.A2A3.spec(), 2 * 1_040 / 1.6)).isPresent();
    TimelineComparison compared =
        Timing.compare(
            plan(independent(3)), Preset.REFERENCE.spec(), new TimingOptions(0, 1, 1), () -> false);
    assertThat(compared.comparable()).isFalse();
    assertThat(compared.why()).isNotEmpty();
  }

  @Test
  void withoutACalibrationNothingIsCompared() {
    TimelineComparison compared =
        Timing.compareOnThisHost(plan(independent(3)), new TimingOptions(0, 1, 1), () -> false);
    assertThat(compared.why()).contains("not been calibrated", "'ackfin calibrate'");
  }

  @Test
  @Timeout(120)
  void aRealRunGivesAWholeTimeline() {
    TaskGraph graph = independent(8);
    Timeline timeline = Timing.run(plan(graph));
    assertThat(timeline.makespan()).isGreaterThan(8 * 10_000);
    assertThat(timeline.head()).isPositive();
    assertThat(timeline.tail()).isPositive();
    assertThat(timeline.sameOrder(simulated(graph))).isEqualTo(1);
  }
}
