package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken file says what is wrong with it, in full, and its corrected twin says nothing. */
@Tag("unit")
class BrokenScenarioTest {
  @ParameterizedTest
  @MethodSource("io.ackfin.scenario.ScenarioFiles#broken")
  void saysExactlyWhatIsWrong(Path file) {
    assertThat(ScenarioFiles.problems(file)).isEqualTo(ScenarioFiles.expected(file));
  }

  @ParameterizedTest
  @MethodSource("io.ackfin.scenario.ScenarioFiles#corrected")
  void acceptsTheCorrectedTwin(Path file) {
    assertThat(ScenarioFiles.problems(file)).isEmpty();
  }

  @Test
  void everyBrokenFileHasACorrectedTwin() {
    List<String> broken = ScenarioFiles.broken().map(BrokenScenarioTest::name).toList();
    assertThat(broken)
        .hasSizeGreaterThan(100)
        .isEqualTo(ScenarioFiles.corrected().map(BrokenScenarioTest::name).toList());
  }

  /** One form for all problems, whatever they are about. */
  @ParameterizedTest
  @MethodSource("io.ackfin.scenario.ScenarioFiles#broken")
  void everyProblemHasTheOneForm(Path file) {
    String where = "([\\w./-]+\\.(yaml|json)(:\\d+:\\d+)?|--set .+)";
    assertThat(ScenarioFiles.expected(file).lines())
        .isNotEmpty()
        .allMatch(line -> line.matches(where + ": [^ ]+: .+ \\(expected: .+\\)"));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
