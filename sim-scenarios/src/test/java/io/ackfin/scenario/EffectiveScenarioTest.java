package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.scenario.bind.RecordType;
import io.ackfin.scenario.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A scenario written out in full is the same scenario. */
@Tag("property")
class EffectiveScenarioTest {
  private static final int SCENARIOS = 200;

  private static Scenario reloaded(String text) {
    SourceText source = new SourceText("effective.yaml", text, SourceText.Syntax.YAML);
    // There is no such folder: an effective scenario needs no other file.
    return ScenarioLoader.parse(source, Path.of("no-such-folder"), List.of());
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileSurvives(Path file) {
    Scenario scenario = ScenarioFiles.load(file);
    String text = EffectiveScenario.toYaml(scenario);
    assertThat(reloaded(text)).isEqualTo(scenario);
    assertThat(EffectiveScenario.toYaml(reloaded(text))).isEqualTo(text);
  }

  static Stream<Path> files() {
    return Stream.concat(ScenarioFiles.configs(), ScenarioFiles.corrected());
  }

  @Test
  void everyRandomScenarioSurvives() {
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenario.of(seed);
      String text = EffectiveScenario.toYaml(scenario);
      assertThat(reloaded(text)).as("seed %d:%n%s", seed, text).isEqualTo(scenario);
    }
  }

  @Test
  void setsAreWrittenInOneOrder() {
    String small =
        "{ackfin: 1, name: s, workload: {generator: {kind: mixed}}, protocol: {without: ";
    String text = small + "[store-order, case-a, ack-guard]}}";
    assertThat(EffectiveScenario.toYaml(reloaded(text)))
        .containsPattern("- ack-guard\\s+- case-a\\s+- store-order\\s");
  }

  /** What is not written out would silently change with the defaults. */
  @Test
  void everyParameterIsWrittenOut() {
    Scenario scenario = ScenarioFiles.load(ScenarioFiles.configs().findFirst().orElseThrow());
    String text = EffectiveScenario.toYaml(scenario);
    assertEveryKey(scenario, text);
  }

  private static void assertEveryKey(Record record, String text) {
    for (RecordType.Component component : RecordType.of(record.getClass()).components()) {
      Object value = component.of(record);
      boolean absent = value.equals(Optional.empty()) || value.equals(OptionalLong.empty());
      if (!absent && !component.inline() && !(value instanceof Workload)) {
        assertThat(text).containsPattern("(?m)^ *" + component.name() + ":");
      }
      boolean section = value instanceof Record && !(value instanceof Ticks);
      if (section && !(value instanceof Workload)) {
        assertEveryKey((Record) value, text);
      }
    }
  }
}
