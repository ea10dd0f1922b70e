package io.ackfin.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class CondWordTest {
  @Test
  void reservedWordsHaveTheirPublishedValues() {
    assertThat(CondWord.TASK_ID_MASK).isEqualTo(0x7FFFFFFF);
    assertThat(CondWord.TASK_STATE).isEqualTo(0x80000000);
    assertThat(CondWord.CORE_IDLE).isEqualTo(0xFFFFFFFF);
    assertThat(CondWord.CORE_EXITED).isEqualTo(0xFFFFFFFE);
  }

  @Test
  void ackLeavesTheStateBitClearAndFinSetsIt() {
    assertThat(CondWord.ack(0x00000001)).isEqualTo(0x00000001);
    assertThat(CondWord.fin(0x00000001)).isEqualTo(0x80000001);
    assertThat(CondWord.fin(0x7FFFFFEF)).isEqualTo(0xFFFFFFEF);
    assertThat(CondWord.ack(0x7FFFFFEF)).isEqualTo(0x7FFFFFEF);
    assertThat(CondWord.fin(0)).isEqualTo(0x80000000);
  }

  @Test
  void decodingGivesBackWhatWasEncoded() {
    for (int id : new int[] {0, 1, 2, 0x7FFFFFEF, CondWord.id(CondWord.CORE_IDLE)}) {
      assertThat(CondWord.id(CondWord.ack(id))).isEqualTo(id);
      assertThat(CondWord.id(CondWord.fin(id))).isEqualTo(id);
      assertThat(CondWord.isFin(CondWord.ack(id))).isFalse();
      assertThat(CondWord.isFin(CondWord.fin(id))).isTrue();
    }
  }

  @Test
  void formatReadsLikeTheField() {
    assertThat(CondWord.format(0x00000003)).isEqualTo("ACK(3)");
    assertThat(CondWord.format(0x80000003)).isEqualTo("FIN(3)");
    assertThat(CondWord.format(0xFFFFFFFF)).isEqualTo("core idle");
    assertThat(CondWord.format(0xFFFFFFFE)).isEqualTo("core exited");
  }
}
