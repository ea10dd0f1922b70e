package io.ackfin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DmbWordTest {
  @Test
  void reservedValuesArePublishedOnes() {
    assertThat(DmbWord.IDLE).isEqualTo(0x7FFFFFFD);
    assertThat(DmbWord.EXIT).isEqualTo(0x7FFFFFF0);
  }

  @Test
  void halvesAreWrittenApart() {
    long word = DmbWord.withId(0L, 0x7FFFFFFD);
    assertThat(word).isEqualTo(0x000000007FFFFFFDL);
    word = DmbWord.withDoorbell(word, 5);
    assertThat(word).isEqualTo(0x000000057FFFFFFDL);
    word = DmbWord.withId(word, 6);
    assertThat(word).isEqualTo(0x0000000500000006L);
    assertThat(DmbWord.id(word)).isEqualTo(6);
    assertThat(DmbWord.doorbell(word)).isEqualTo(5);
  }

  @Test
  void formatNamesReservedValues() {
    assertThat(DmbWord.format(DmbWord.IDLE)).isEqualTo("idle");
    assertThat(DmbWord.format(DmbWord.EXIT)).isEqualTo("exit");
    assertThat(DmbWord.format(7)).isEqualTo("7");
  }
}
