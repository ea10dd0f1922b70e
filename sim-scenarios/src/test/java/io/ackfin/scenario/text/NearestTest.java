package io.ackfin.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class NearestTest {
  private static final List<String> NAMES =
      List.of("schedulers", "seed", "soc", "dual-slot", "dual-slot-parity", "AIC_ONLY");

  @ParameterizedTest
  @CsvSource({
    "schedlers, schedulers",
    "schedulersss, schedulers",
    "sceduler, schedulers",
    "sede, seed",
    "sco, soc",
    "DUAL_SLOT, dual-slot",
    "aic-only, AIC_ONLY",
    "dual-slot-part, dual-slot-parity",
    "sched, schedulers",
    "dua, dual-slot",
  })
  void findsWhatWasProbablyMeant(String written, String meant) {
    assertThat(Nearest.of(written, NAMES)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"threads", "du", "x", "schedule-every-task", "clusters"})
  void saysNothingRatherThanSomethingFar(String written) {
    assertThat(Nearest.of(written, NAMES)).isEmpty();
  }
}
