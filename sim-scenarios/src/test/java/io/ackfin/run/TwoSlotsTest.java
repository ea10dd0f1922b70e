package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.ResourceShape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a second payload slot buys, on one cube core with the published costs. */
@Tag("unit")
class TwoSlotsTest {
  private static final int TASKS = 500;

  @Test
  void shortTasksGainAtLeastATenth() {
    assertThat(ratio(Ticks.ofMicros(1))).isGreaterThan(1.1);
  }

  @Test
  void longTasksGainLessThanAHundredth() {
    assertThat(ratio(Ticks.ofMicros(500))).isBetween(1.0, 1.01);
  }

  /** The next task waits behind the running one: only invalidate, payload and ACK are between. */
  @Test
  void betweenLongTasksOnlyThePickUpIsLeft() {
    RunResult dual = run(Variant.DUAL_SLOT, Ticks.ofMicros(500));
    assertThat(dual.latencies().gap().max()).isEqualTo(Ticks.ofNanos(349).picoseconds());
    RunResult single = run(Variant.SINGLE_SLOT, Ticks.ofMicros(500));
    assertThat(single.latencies().gap().p50()).isGreaterThan(Ticks.ofMicros(3).picoseconds());
  }

  private static double ratio(Ticks duration) {
    double single = run(Variant.SINGLE_SLOT, duration).makespan();
    return single / run(Variant.DUAL_SLOT, duration).makespan();
  }

  private static RunResult run(Variant variant, Ticks duration) {
    RunResult result =
        PlanFixture.a2a3()
            .cluster(1, 0)
            .variant(variant)
            .graph(PlanFixture.independent(ResourceShape.AIC_ONLY, TASKS, duration))
            .run();
    assertThat(result.good()).isTrue();
    return result;
  }
}
