package io.ackfin.crosscheck.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.runtime.probe.Part;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real thing, as small as can be: that it measures and ends, not what comes out. */
@Tag("unit")
@Timeout(120)
class CalibrationTest {
  private static final CalibrationOptions TINY = new CalibrationOptions(0, 3, 20, 1);

  private static boolean isProbe(Thread thread) {
    return thread.isAlive() && thread.getName().startsWith("ackfin probe");
  }

  @Test
  void measuresEveryPartInEveryRoundAndLeavesNoThreadBehind() {
    List<String> told = new ArrayList<>();
    CalibrationResult result =
        Calibration.measure(TINY, (done, total) -> told.add(done + " of " + total)).orElseThrow();
    assertThat(told).containsExactly("1 of 3", "2 of 3", "3 of 3");
    assertThat(result.parts())
        .extracting(CalibrationResult.Row::name)
        .containsExactly(
            java.util.Arrays.stream(Part.values()).map(Part::toString).toArray(String[]::new));
    assertThat(result.parts()).allMatch(row -> row.nanos().count() == 3);
    assertThat(result.parameters()).hasSize(HostParameter.values().length);
    assertThat(result.parameters()).allMatch(row -> row.nanos().value() >= 0);
    assertThat(result.host().processors()).isPositive();
    assertThat(Thread.getAllStackTraces().keySet()).noneMatch(CalibrationTest::isProbe);
  }

  @Test
  void endsWhenItIsTold() {
    assertThat(Calibration.measure(TINY, (done, total) -> false)).isEmpty();
  }
}
