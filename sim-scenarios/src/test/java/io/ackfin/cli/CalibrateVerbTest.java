package io.ackfin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ackfin.scenario.HostPreset;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
@Timeout(240)
class CalibrateVerbTest {
  @TempDir private Path folder;

  /** A machine that builds is noisy; what matters is that result and status say the same. */
  @Test
  void aQuickCalibrationWritesAPresetAndSaysWhetherItCanBeTrusted() throws IOException {
    Outcome outcome = Outcome.ackfin("calibrate", "--quick", "--json", "--out", folder.toString());
    JsonNode result = outcome.json();
    boolean trusted = result.get("trusted").booleanValue();
    assertThat(outcome.status()).isEqualTo((trusted ? ExitCode.OK : ExitCode.PARTIAL).status());
    assertThat(result.get("doubts").isEmpty()).isEqualTo(trusted);
    assertThat(result.get("preset").textValue()).isEqualTo(folder.resolve("host.yaml").toString());
    assertThat(result.get("parameters").size()).isPositive();
    JsonNode part = result.get("parts").get(0);
    assertThat(part.get("low").doubleValue()).isLessThanOrEqualTo(part.get("value").doubleValue());
    assertThat(part.get("how").textValue()).isNotBlank();
    assertThat(HostPreset.read(folder.resolve("host.yaml")).aicore().poll().picoseconds())
        .isPositive();
  }

  @Test
  void slotsOfAHostThatWasNotCalibratedAreRefused() {
    Outcome outcome = Outcome.ackfin("crosscheck", "--slots");
    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(outcome.err())
        .startsWith("ackfin: the preset host: not calibrated")
        .contains("'ackfin calibrate'");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void slotsHaveTheirOwnWorkload() {
    Outcome outcome = Outcome.ackfin("crosscheck", "--slots", "scenario.yaml", "--suite");
    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE.status());
    assertThat(outcome.err()).contains("with scenario.yaml", "with --suite");
  }
}
