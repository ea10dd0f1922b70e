package io.ackfin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class TicksTest {
  @ParameterizedTest
  @CsvSource({
    "2us, 2000000, 2us",
    "9700ps, 9700, 9700ps",
    "9.7ns, 9700, 9700ps",
    "1.5 ns, 1500, 1500ps",
    "0ps, 0, 0ps",
    "1000ms, 1000000000000, 1s"
  })
  void textIsReadExactlyAndWrittenWithTheLargestWholeUnit(
      String text, long picoseconds, String written) {
    Ticks ticks = Ticks.parse(text);
    assertThat(ticks.picoseconds()).isEqualTo(picoseconds);
    assertThat(ticks).hasToString(written);
    assertThat(Ticks.parse(written)).isEqualTo(ticks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "us", "-2us", "2 u s", "1e3ns", "0.5ps", "99999999999s", ""})
  void whatIsNoWholeNumberOfPicosecondsIsRefused(String text) {
    assertThatThrownBy(() -> Ticks.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("time: " + text + " (expected: ");
  }

  @Test
  void nanosecondsAreExact() {
    assertThat(Ticks.nanoseconds(1_767_500_001L).toPlainString()).isEqualTo("1767500.001");
  }

  @Test
  void negativeTimeIsRefused() {
    assertThatThrownBy(() -> new Ticks(-1)).hasMessageContaining("picoseconds: -1");
  }
}
