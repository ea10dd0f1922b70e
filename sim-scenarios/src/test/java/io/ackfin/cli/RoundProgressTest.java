package io.ackfin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.CrossCheck;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.RealRounds;
import io.ackfin.crosscheck.real.RealScenario;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.crosscheck.real.RuntimePlans;
import io.ackfin.output.CrossCheckFiles;
import io.ackfin.output.RunFolder;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
@Timeout(60)
class RoundProgressTest {
  /** A kernel that takes longer than anybody would wait. */
  private static final RuntimePlan ENDLESS =
      RuntimePlans.of(
          RealScenario.with(
              "runtime.kernel=yield",
              "workload={generator: {kind: independent, tasks: 1, duration: 1000s}}"));

  @TempDir private Path folder;

  /** Whether the signal comes before the round or while it runs. */
  @Test
  void aSignalEndsTheRoundThatRuns() throws InterruptedException {
    Interruption interruption = Interruption.watch();
    try (RunFolder out = RunFolder.at(folder.resolve("out"), false)) {
      Thread signal = new Thread(interruption::onShutdown);
      RoundProgress progress =
          new RoundProgress(
              interruption, false, 1, new KeptRecordings(new CrossCheckFiles(out), true));
      signal.start();
      CrossCheckResult result = CrossCheck.of(new RealRounds(ENDLESS, Set.of(), 1), progress);
      assertThat(result.interrupted()).isTrue();
      assertThat(result.rounds()).isZero();
      assertThat(result.failures()).isEmpty();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      interruption.close();
      signal.join();
    }
  }
}
