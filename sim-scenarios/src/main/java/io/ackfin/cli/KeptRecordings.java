package io.ackfin.cli;

import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.output.CrossCheckFiles;
import io.ackfin.scenario.EffectiveScenario;
import io.ackfin.scenario.Scenario;

/** Which recordings of real rounds are kept: that of the first that differs, or all. */
final class KeptRecordings {
  private final CrossCheckFiles files;
  private final boolean all;
  // Of the rounds that come now; null if they are no real ones.
  private String scenario;
  private boolean differed;

  KeptRecordings(CrossCheckFiles files, boolean all) {
    this.files = files;
    this.all = all;
  }

  /** The rounds that come now are of this scenario. */
  void of(Scenario run) {
    scenario = EffectiveScenario.toYaml(run);
  }

  /** Looks at a judged round. */
  void see(int round, RecordedRun run, Judgement found) {
    boolean differs =
        !run.finished() || found.checks().stream().anyMatch(check -> check.differences() > 0);
    if (scenario != null && (all || (differs && !differed))) {
      files.keep(round, run, scenario);
    }
    differed |= differs;
  }
}
