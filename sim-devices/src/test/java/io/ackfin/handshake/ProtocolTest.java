package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.DispatchId;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Copies of a protocol keep what they do not change. */
@Tag("unit")
class ProtocolTest {
  private static final Protocol FULL =
      new Protocol(
          Variant.DUAL_SLOT_PARITY,
          Startup.REPORT_FIRST,
          EnumSet.of(Protection.FIN_SKIP),
          EnumSet.noneOf(Addition.class),
          DispatchId.FULL.modulo(3),
          EnumSet.of(Fault.COMPLETE_TWICE),
          true);

  @Test
  void copiesDifferInWhatTheyAreNamedAfterAlone() {
    assertThat(FULL.without(Protection.CASE_A))
        .usingRecursiveComparison()
        .ignoringFields("without")
        .isEqualTo(FULL);
    assertThat(FULL.with(Addition.GUARD_ABORT))
        .usingRecursiveComparison()
        .ignoringFields("with")
        .isEqualTo(FULL);
    assertThat(FULL.withFault(Fault.CASE_D_AS_C))
        .usingRecursiveComparison()
        .ignoringFields("faults")
        .isEqualTo(FULL);
    assertThat(FULL.startingBy(Startup.NONE))
        .usingRecursiveComparison()
        .ignoringFields("startup")
        .isEqualTo(FULL);
    assertThat(FULL.counting(DispatchId.FULL))
        .usingRecursiveComparison()
        .ignoringFields("ids")
        .isEqualTo(FULL);
    assertThat(FULL.staging(false))
        .usingRecursiveComparison()
        .ignoringFields("staging")
        .isEqualTo(FULL);
  }

  @Test
  void copiesAddToWhatIsThere() {
    assertThat(FULL.without(Protection.CASE_A).without())
        .containsExactly(Protection.FIN_SKIP, Protection.CASE_A);
    assertThat(FULL.with(Addition.GUARD_ABORT).with()).containsExactly(Addition.GUARD_ABORT);
    assertThat(FULL.withFault(Fault.CASE_D_AS_C).faults())
        .containsExactly(Fault.CASE_D_AS_C, Fault.COMPLETE_TWICE);
    assertThat(FULL.staging(false).staging()).isFalse();
  }
}
