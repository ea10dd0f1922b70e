package io.ackfin.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class StatisticsTest {
  private final Statistics statistics = new Statistics();

  @Test
  void statisticsAreListedInTheOrderOfDeclaration() {
    Gauge ready = statistics.gauge("aicpu.0", "ready", "tasks");
    Counter loads = statistics.counter("aicpu.0", "loads", "loads");
    Distribution gap = statistics.distribution("aic.3", "gap");
    Counter other = statistics.counter("aicpu.1", "loads", "loads");
    assertThat(statistics.all()).containsExactly(ready, loads, gap, other);
    assertThat(gap.declaration()).isEqualTo(new Declaration("aic.3", "gap", "ps"));
    assertThat(loads.declaration()).hasToString("aicpu.0 loads");
  }

  @Test
  void aNameIsDeclaredOncePerComponentWhateverItsKind() {
    statistics.counter("aicpu.0", "loads", "loads");
    assertThatThrownBy(() -> statistics.gauge("aicpu.0", "loads", "tasks"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("statistic: aicpu.0 loads (expected: declared once)");
    assertThatThrownBy(() -> statistics.counter("aicpu.0", " ", "loads"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name: \" \" (expected: not blank)");
    assertThat(statistics.all()).hasSize(1);
  }

  @Test
  void aCounterAddsUpAndNeverWrapsOrFalls() {
    Counter bytes = statistics.counter("dma.0", "moved", "bytes");
    bytes.increment();
    bytes.add(41);
    assertThat(bytes.value()).isEqualTo(42);
    assertThatThrownBy(() -> bytes.add(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dma.0 moved: -1 (expected: >= 0)");
    assertThatThrownBy(() -> bytes.add(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThat(bytes.value()).isEqualTo(42);
  }

  @Test
  void aGaugeWeighsEachLevelWithItsTime() {
    Gauge ready = statistics.gauge("aicpu.0", "ready", "tasks");
    assertThat(ready.mean(0)).isEmpty();
    // Level 0 for 10 ticks, 2 for 30, 5 for none, 1 for 20, 0 for 40: area 80 over 100 ticks.
    ready.set(10, 2);
    ready.change(40, 3);
    ready.change(40, -4);
    ready.set(60, 0);
    assertThat(ready.mean(100)).hasValue(0.8);
    assertThat(ready.ticksAboveZero(100)).isEqualTo(50);
    assertThat(ready.max()).isEqualTo(5);
    assertThat(ready.level()).isZero();
  }

  @Test
  void aGaugeCountsItsLastLevelUpToTheEndOfTheObservation() {
    Gauge busy = statistics.gauge("aic.0", "busy", "cores");
    busy.set(25, 1);
    assertThat(busy.mean(25)).hasValue(0.0);
    assertThat(busy.mean(100)).hasValue(0.75);
    assertThat(busy.ticksAboveZero(100)).isEqualTo(75);
    // Asking changes nothing.
    assertThat(busy.mean(50)).hasValue(0.5);
  }

  @Test
  void aGaugeRefusesToGoBackAndToFallBelowZero() {
    Gauge ready = statistics.gauge("aicpu.0", "ready", "tasks");
    ready.set(10, 1);
    assertThatThrownBy(() -> ready.set(9, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tick of aicpu.0 ready: 9 (expected: >= 10, its last change)");
    assertThatThrownBy(() -> ready.mean(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ready.ticksAboveZero(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ready.change(11, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level of aicpu.0 ready: -1 at tick 11 (expected: >= 0)");
    assertThat(ready.level()).isEqualTo(1);
  }

  @Test
  void aGaugeOfLargeLevelsOverLongTimesStaysExact() {
    Gauge used = statistics.gauge("memory", "used", "bytes");
    used.set(0, Long.MAX_VALUE);
    used.set(1L << 62, 1L << 61);
    // (2^63 - 1) x 2^62 + 2^61 x 2^62 over 2^63 ticks less one: 1.25 x 2^62 to 16 digits.
    assertThat(used.mean(Long.MAX_VALUE)).hasValue(1.25 * (1L << 62));
  }

  @Test
  void aDistributionGivesItsFiguresByHand() {
    Distribution gap = statistics.distribution("aic.0", "gap");
    assertThat(gap.count()).isZero();
    assertThat(gap.mean()).isEmpty();
    assertThat(gap.p50()).isEmpty();
    assertThat(gap.max()).isEmpty();
    for (int i = 100; i >= 1; i--) {
      gap.record(i * 10L);
    }
    assertThat(gap.count()).isEqualTo(100);
    assertThat(gap.mean()).hasValue(505.0);
    assertThat(gap.p50()).hasValue(500);
    assertThat(gap.p90()).hasValue(900);
    assertThat(gap.p99()).hasValue(990);
    assertThat(gap.max()).hasValue(1000);
  }

  @Test
  void largeTimesKeepAnExactMeanAndMaximumAndThreeDigitsOfTheirPercentiles() {
    Distribution gap = statistics.distribution("aic.0", "gap");
    gap.record(1_000_000_007L);
    gap.record(3_000_000_000L);
    assertThat(gap.mean()).hasValue(2_000_000_003.5);
    assertThat(gap.max()).hasValue(3_000_000_000L);
    assertThat(gap.p99()).hasValue(3_000_000_000L);
    assertThat(gap.p50().getAsLong()).isBetween(1_000_000_007L, 1_001_000_007L);
  }

  @Test
  void theSumOfADistributionIsWiderThanALong() {
    Distribution gap = statistics.distribution("aic.0", "gap");
    for (int i = 0; i < 6; i++) {
      gap.record(Long.MAX_VALUE);
    }
    assertThat(gap.mean()).hasValue((double) Long.MAX_VALUE);
    gap.record(0);
    assertThat(gap.mean()).hasValue(Long.MAX_VALUE / 7.0 * 6.0);
    assertThatThrownBy(() -> gap.record(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("aic.0 gap: -1 ps (expected: >= 0)");
  }
}
