package io.ackfin.crosscheck.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ackfin.crosscheck.timing.SlotTable.Row;
import io.ackfin.device.soc.Preset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
class SlotTableTest {
  private static Row row(double single, double dual, double predictedSingle, double predictedDual) {
    return new Row(500, single, dual, predictedSingle, predictedDual, "");
  }

  @Test
  void aRatioIsHowMuchFasterTwoSlotsAre() {
    Row row = row(900, 600, 880, 550);
    assertThat(row.ratio()).isEqualTo(1.5);
    assertThat(row.predictedRatio()).isEqualTo(1.6);
    assertThat(row.errorPct()).isCloseTo(100 * 0.1 / 1.5, within(1e-9));
  }

  @Test
  void errorsCountWithoutTheirSigns() {
    SlotTable table =
        SlotTable.of(
            List.of(row(100, 100, 104, 100), row(100, 100, 92, 100), row(100, 100, 101, 100)));
    assertThat(table.medianErrorPct()).isCloseTo(4, within(1e-9));
    assertThat(table.worstErrorPct()).isCloseTo(8, within(1e-9));
  }

  @Test
  void ofAnEvenNumberOfRowsTheMedianIsBetweenTwo() {
    SlotTable table = SlotTable.of(List.of(row(100, 100, 104, 100), row(100, 100, 102, 100)));
    assertThat(table.medianErrorPct()).isCloseTo(3, within(1e-9));
  }

  @Test
  void anEmptyTableHasNoErrors() {
    assertThat(SlotTable.of(List.of()).worstErrorPct()).isNaN();
  }

  @Test
  void oneRowWithADoubtMakesTheTableDoubtful() {
    Row doubtful = new Row(0, 1, 1, 1, 1, "the host changed");
    assertThat(SlotTable.of(List.of(row(1, 1, 1, 1))).trusted()).isTrue();
    assertThat(SlotTable.of(List.of(row(1, 1, 1, 1), doubtful)).trusted()).isFalse();
  }

  /** Real runs, few and small; costs of another chip are doubted. */
  @Test
  @Timeout(120)
  void measuresRowByRowUntilItIsToldToStop() {
    List<Row> told = new ArrayList<>();
    SlotTable table =
        SlotTable.measure(
            List.of(2_000L, 5_000L),
            Preset.REFERENCE.spec(),
            new TimingOptions(0, 1, 1),
            row -> {
              told.add(row);
              return false;
            });
    assertThat(table.rows()).isEqualTo(told).hasSize(1);
    assertThat(told.get(0).kernelNs()).isEqualTo(2_000);
    assertThat(told.get(0).single()).isGreaterThan(2_000);
    assertThat(told.get(0).predictedSingle()).isGreaterThan(told.get(0).predictedDual());
    assertThat(table.trusted()).isFalse();
  }
}
