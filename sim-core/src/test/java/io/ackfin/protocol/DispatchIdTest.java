package io.ackfin.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DispatchIdTest {
  @Test
  void countsFromOne() {
    assertThat(DispatchId.FULL.first()).isEqualTo(1);
    assertThat(DispatchId.FULL.next(1)).isEqualTo(2);
    assertThat(DispatchId.FULL.previous(2)).isEqualTo(1);
  }

  @Test
  void wrapSkipsTheWholeReservedBlockAndKeepsParityAlternating() {
    int last = 0x7FFFFFEF;
    assertThat(DispatchId.FULL.next(last)).isEqualTo(0);
    assertThat(DispatchId.FULL.previous(0)).isEqualTo(last);
    assertThat(last & 1).isNotEqualTo(DispatchId.FULL.next(last) & 1);
  }

  @Test
  void theNarrowCounterDispatchesExitOneDay() {
    assertThat(DispatchId.NARROW.next(0x7FFFFFEF)).isEqualTo(DmbWord.EXIT);
    assertThat(DispatchId.NARROW.next(0x7FFFFFFC)).isEqualTo(0);
  }

  @Test
  void modulusWrapsEarly() {
    DispatchId three = DispatchId.FULL.modulo(3);
    assertThat(three.first()).isEqualTo(1);
    assertThat(three.next(1)).isEqualTo(2);
    assertThat(three.next(2)).isEqualTo(0);
    assertThat(three.previous(0)).isEqualTo(2);
    DispatchId one = DispatchId.FULL.modulo(1);
    assertThat(one.first()).isEqualTo(0);
    assertThat(one.next(0)).isEqualTo(0);
    assertThat(one.previous(0)).isEqualTo(0);
  }

  @Test
  void refusesANegativeModulus() {
    assertThatThrownBy(() -> DispatchId.FULL.modulo(-1))
        .hasMessageContaining("modulus: -1")
        .hasMessageContaining("expected");
  }
}
