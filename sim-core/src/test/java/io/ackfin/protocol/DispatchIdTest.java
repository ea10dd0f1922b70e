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
  void mayBeginJustBeforeTheWrap() {
    DispatchId late = DispatchId.FULL.startingAt(0x7FFFFFEF);
    assertThat(late.first()).isEqualTo(0x7FFFFFEF);
    assertThat(late.next(late.first())).isEqualTo(0);
    assertThat(DispatchId.NARROW.startingAt(0x7FFFFFFC).first()).isEqualTo(0x7FFFFFFC);
  }

  @Test
  void aNarrowedCounterBeginsAtItsStartModuloItsNumberOfIds() {
    assertThat(DispatchId.FULL.modulo(4).startingAt(2).first()).isEqualTo(2);
    assertThat(DispatchId.FULL.startingAt(6).modulo(4).first()).isEqualTo(2);
    assertThat(DispatchId.FULL.modulo(1).modulo(0)).isEqualTo(DispatchId.FULL);
  }

  @Test
  void refusesToBeginAtWhatItNeverDispatches() {
    assertThatThrownBy(() -> DispatchId.FULL.startingAt(DispatchId.RESERVED))
        .hasMessage("start: 2147483632 (expected: 0 to 2147483631)");
    assertThatThrownBy(() -> DispatchId.NARROW.startingAt(-1))
        .hasMessage("start: -1 (expected: 0 to 2147483644)");
  }

  @Test
  void refusesANegativeModulus() {
    assertThatThrownBy(() -> DispatchId.FULL.modulo(-1))
        .hasMessageContaining("modulus: -1")
        .hasMessageContaining("expected");
  }
}
