package io.ackfin.crosscheck.timing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.runtime.agent.WaitKind;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.dispatch.RuntimeSpec;
import io.ackfin.runtime.dispatch.SpecChanges;
import io.ackfin.runtime.dispatch.Submission;
import io.ackfin.runtime.kernel.KernelKind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ComparabilityTest {
  private static final RuntimeSpec ONE_AND_ONE =
      RuntimeSpec.defaults()
          .with(
              spec -> {
                spec.chip = new Chip(1, 1, 0);
                spec.submission = Submission.PRELOADED;
              });

  private static String why(int processors, Consumer<SpecChanges> changes) {
    return Comparability.why(ONE_AND_ONE.with(changes), processors).orElse("");
  }

  @Test
  void aProcessorForEachThreadIsEnough() {
    assertThat(why(2, spec -> {})).isEmpty();
    assertThat(why(1, spec -> {}))
        .isEqualTo(
            "threads that spin: 2 (1 schedulers, 1 cores, 0 orchestrators)"
                + " (expected: at most 1, a processor each)");
  }

  @Test
  void anOrchestratorCountsWhileItSubmits() {
    assertThat(why(2, spec -> spec.submission = Submission.LIVE)).contains("1 orchestrators");
    assertThat(why(3, spec -> spec.submission = Submission.LIVE)).isEmpty();
  }

  @Test
  void schedulersWithoutAClusterDoNotCount() {
    assertThat(why(2, spec -> spec.schedulers = 3)).isEmpty();
  }

  @Test
  void kernelsAndWaitsHaveToSpin() {
    assertThat(why(8, spec -> spec.kernel = KernelKind.NOOP))
        .isEqualTo("runtime.kernel: noop (expected: spin)");
    assertThat(why(8, spec -> spec.waiting = WaitKind.YIELD))
        .isEqualTo("runtime.wait: yield (expected: spin)");
    assertThat(why(8, spec -> spec.waiting = WaitKind.SPIN)).isEmpty();
  }

  @Test
  void aModelWithoutHandOverPredictsNone() {
    assertThat(why(8, spec -> spec.becomesScheduler = true)).contains("becomesScheduler");
  }
}
