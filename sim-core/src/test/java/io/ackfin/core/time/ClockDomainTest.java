package io.ackfin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ClockDomainTest {
  @Test
  void anExactFrequencyGivesItsPeriod() {
    assertThat(ClockDomain.ofHertz(50_000_000).periodTicks()).isEqualTo(20_000);
    assertThat(ClockDomain.ofHertz(1_000_000_000_000L).periodTicks()).isEqualTo(1);
    assertThat(ClockDomain.ofHertz(1).periodTicks()).isEqualTo(1_000_000_000_000L);
    assertThat(ClockDomain.ofPeriod(Ticks.ofPicos(333)).periodTicks()).isEqualTo(333);
  }

  @Test
  void anInexactFrequencyIsRefusedWithTheNearestExactOnes() {
    assertThatThrownBy(() -> ClockDomain.ofHertz(3_000_000_000L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "frequency: 3000000000 Hz (expected: a period of whole picoseconds; the nearest are "
                + "2500000000 Hz (400 ps) and 3125000000 Hz (320 ps))");
    assertThatThrownBy(() -> ClockDomain.ofHertz(3))
        .hasMessageEndingWith("the nearest are 2 Hz (500000000000 ps) and 4 Hz (250000000000 ps))");
  }

  @Test
  void aFrequencyOutsideTheRangeIsRefusedWithItsEnd() {
    assertThatThrownBy(() -> ClockDomain.ofHertz(1_000_000_000_001L))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the highest is 1000000000000 Hz (1 ps)");
    for (long hertz : new long[] {0, -5}) {
      assertThatThrownBy(() -> ClockDomain.ofHertz(hertz))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("frequency: " + hertz + " Hz")
          .hasMessageContaining("the lowest is 1 Hz (1000000000000 ps)");
    }
    assertThatThrownBy(() -> ClockDomain.ofPeriod(Ticks.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("periodTicks: 0 (expected: >= 1)");
  }

  @Test
  void cyclesBecomeTicksAndNeverOverflow() {
    ClockDomain clock = ClockDomain.ofHertz(50_000_000);
    assertThat(clock.ticks(0)).isZero();
    assertThat(clock.ticks(3)).isEqualTo(60_000);
    long most = Long.MAX_VALUE / 20_000;
    assertThat(clock.ticks(most)).isEqualTo(most * 20_000);
    assertThatThrownBy(() -> clock.ticks(most + 1))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage(
            "cycles: 461168601842739 of 20000 ps (expected: <= 461168601842738, to fit into 63 bits)");
    assertThatThrownBy(() -> clock.ticks(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNextEdgeIsAtOrAfterTheTick() {
    ClockDomain clock = new ClockDomain(7);
    long[] ticks = {0, 1, 6, 7, 8, 14};
    long[] edges = {0, 7, 7, 7, 14, 14};
    for (int i = 0; i < ticks.length; i++) {
      assertThat(clock.nextEdge(ticks[i])).as("tick %d", ticks[i]).isEqualTo(edges[i]);
    }
    // 2^63 - 1 is a multiple of 7: the last tick of all is an edge of this clock.
    assertThat(clock.nextEdge(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> new ClockDomain(1L << 40).nextEdge(Long.MAX_VALUE))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("tick: 9223372036854775807");
    assertThatThrownBy(() -> clock.nextEdge(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
