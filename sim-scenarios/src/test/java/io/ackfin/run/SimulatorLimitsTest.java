package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the simulator would leave out without a word it refuses. */
@Tag("unit")
class SimulatorLimitsTest {
  private static final SourceText TEN_TASKS =
      new SourceText(
          "ten.yaml",
          """
          ackfin: 1
          name: ten
          soc:
            taskWindow: 9
          workload: { generator: { kind: independent, tasks: 10 } }
          """,
          SourceText.Syntax.YAML);

  private static Scenario load(String set) {
    return ScenarioLoader.parse(
        TEN_TASKS, Path.of(""), List.of(Assignment.set(set)), new SimulatorLimits());
  }

  @Test
  void aWindowThatWouldHoldATaskBackIsRefused() {
    assertThatThrownBy(() -> load("seed=1"))
        .hasMessage(
            "ten.yaml:4:15: soc.taskWindow: 9 (expected: 0, or at least all 10 tasks, as the"
                + " simulator has no window)");
    assertThat(load("soc.taskWindow=10").soc().spec().taskWindow()).isEqualTo(10);
    assertThat(load("soc.taskWindow=0").soc().spec().taskWindow()).isZero();
  }

  @Test
  void anOrchestratorThatBecomesASchedulerIsRefused() {
    assertThatThrownBy(() -> load("soc.orchestrator={becomesScheduler: true}"))
        .hasMessageContaining("soc.orchestrator.becomesScheduler: true (expected: false, as");
  }
}
