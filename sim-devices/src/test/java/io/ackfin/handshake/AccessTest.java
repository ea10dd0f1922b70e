package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CondWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class AccessTest {
  @Test
  void theLayoutIsValueThenLocationThenKind() {
    assertThat(Access.of(AccessKind.STORE, Location.COND, 7)).isEqualTo(0x721L);
    assertThat(Access.of(AccessKind.STORE, Location.DMB, 0x7FFFFFF0)).isEqualTo(0x7F_FFFF_F011L);
  }

  @Test
  void everyKindAndLocationComesBackWithEveryValue() {
    int[] values = {0, 1, 0x7FFFFFFD, CondWord.CORE_EXITED, -1};
    for (AccessKind kind : AccessKind.values()) {
      for (Location location : Location.values()) {
        for (int value : values) {
          long access = Access.of(kind, location, value);
          assertThat(Access.kind(access)).isEqualTo(kind);
          assertThat(Access.location(access)).isEqualTo(location);
          assertThat(Access.value(access)).isEqualTo(value);
        }
      }
    }
  }
}
