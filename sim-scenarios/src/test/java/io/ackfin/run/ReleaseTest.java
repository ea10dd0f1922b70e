package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.TaskGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When what a completed task held is released, and what that costs its thread. */
@Tag("unit")
class ReleaseTest {
  private static final Ticks RELEASE = Ticks.ofNanos(50);

  /**
   * A turn that completes and dispatches nothing releases, although it polls a running core: the
   * short task is released while the long one runs, and the long one's release would come after the
   * end.
   */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void aTurnThatMovesNothingReleases(Variant variant) {
    TaskGraph.Builder graph = TaskGraph.builder();
    graph.task(ResourceShape.AIC_ONLY, Ticks.ofMicros(1).picoseconds());
    graph.task(ResourceShape.AIC_ONLY, Ticks.ofMicros(20).picoseconds());
    RunResult result =
        PlanFixture.reference()
            .clusters(2)
            .variant(variant)
            .graph(graph.build())
            .aicpu("release", RELEASE)
            .run();
    assertThat(result.good()).isTrue();
    assertThat(result.activities().get(Activity.COMPLETE))
        .isEqualTo(2 * Ticks.ofMicros(1).picoseconds() + RELEASE.picoseconds());
  }

  /**
   * 300 tasks whose core never runs dry, so that each turn moves something: the first 256 are
   * released together, the others by nobody.
   */
  @Test
  void twoHundredAndFiftySixAreReleasedAtOnce() {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 300, Ticks.ZERO);
    RunResult result = PlanFixture.reference().graph(graph).aicpu("release", RELEASE).run();
    assertThat(result.good()).isTrue();
    assertThat(result.activities().get(Activity.COMPLETE))
        .isEqualTo(300 * Ticks.ofMicros(1).picoseconds() + 256 * RELEASE.picoseconds());
  }
}
