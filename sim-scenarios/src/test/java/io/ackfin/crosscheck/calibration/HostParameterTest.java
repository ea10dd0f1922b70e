package io.ackfin.crosscheck.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.runtime.probe.Part;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("unit")
class HostParameterTest {
  @ParameterizedTest
  @CsvSource({
    "LOAD, 8",
    "CHANGED_WORD, 30",
    "BARRIER, 17.5",
    "STORE_VISIBLE, 43.5",
    "COND_VISIBLE, 38",
    "COMPLETION_COST, 36",
    "PAYLOAD_BUILD, 29",
    "LOOP_OVERHEAD, 46",
    "FLAG_VISIBLE, 70",
    "POINTER_READ, 16"
  })
  void partsMakeAParameter(HostParameter parameter, double nanos) {
    assertThat(parameter.of(MeasuredParts.round())).isEqualTo(nanos);
  }

  /** The bookkeeping cannot take longer than the stretch that it is part of. */
  @Test
  void aCompletionThatIsSlowerInItsOwnProbeLeavesNoTimeForThePayload() {
    Map<Part, Double> parts = MeasuredParts.round();
    parts.put(Part.COMPLETION, 90.0);
    assertThat(HostParameter.COMPLETION_COST.of(parts)).isEqualTo(65);
    assertThat(HostParameter.PAYLOAD_BUILD.of(parts)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void noDifferenceComesOutBelowWhatTheModelTakes(HostParameter parameter) {
    Map<Part, Double> parts = MeasuredParts.round();
    parts.replaceAll((part, value) -> -value);
    assertThat(parameter.of(parts)).isGreaterThanOrEqualTo(0).isFinite();
  }
}
