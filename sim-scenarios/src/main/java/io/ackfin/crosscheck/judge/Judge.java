package io.ackfin.crosscheck.judge;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.handshake.Tables;
import java.util.List;

/** Puts a recorded run to all checks. Takes time in proportion to the recording. */
public final class Judge {
  private Judge() {}

  /**
   * Judges a run by its recording alone. A recording that another handshake than the plan's gave is
   * full of differences, and no error.
   *
   * @throws IllegalArgumentException if its recording lost something, or is that of another chip or
   *     of another workload than the plan's; the message is for users
   */
  public static Judgement judge(RecordedRun run) {
    RecordingFit.check(run);
    RunView view = new RunView(run);
    long[] order = PossibleOrder.of(view);
    Tables tables = run.plan().protocol().tables();
    DecisionCheck decisions = new DecisionCheck(view, tables);
    CoverageCount coverage = new CoverageCount(view);
    PossibleOrder.show(order, decisions);
    PossibleOrder.show(order, coverage);
    InclusionCheck inclusion = new InclusionCheck(view, tables, order);
    return new Judgement(
        List.of(
            decisions.result(),
            RegisterCheck.of(view, order),
            inclusion.check(),
            InvariantsCheck.of(view, order)),
        coverage.coverage(inclusion.coverage()));
  }
}
