package io.ackfin.crosscheck.judge;

import io.ackfin.check.InvariantChecks;
import io.ackfin.check.Verdict;
import io.ackfin.crosscheck.real.RuntimePlan;
import io.ackfin.runtime.dispatch.Chip;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.StopCause;
import java.util.List;

/** The check {@link CheckKind#INVARIANTS} over the records of a run. */
final class InvariantsCheck {
  private InvariantsCheck() {}

  static CheckResult of(RunView view, long[] order) {
    RuntimePlan plan = view.plan();
    Chip chip = plan.spec().chip();
    InvariantChecks checks =
        new InvariantChecks(plan.graph(), chip.cores(), chip.coresPerCluster());
    EventTeller teller = new EventTeller(view, checks);
    PossibleOrder.show(order, teller);
    if (view.finished() || !wasStoppedFromOutside(view)) {
      checks.end(teller.lastNs(), view.finished(), view.why());
    }
    Differences differences = new Differences(CheckKind.INVARIANTS);
    differences.compared(teller.events());
    for (Verdict verdict : checks.verdicts()) {
      if (!verdict.held()) {
        differences.add(
            verdict.violations(),
            List.of(
                "%s: %s (at %d ns)"
                    .formatted(verdict.invariant(), verdict.firstMessage(), verdict.firstTick())));
      }
    }
    return differences.result();
  }

  /**
   * Whether nothing of the runtime's own ended the run: an interrupt, or a kernel that threw. What
   * is missing then is nobody's fault.
   */
  private static boolean wasStoppedFromOutside(RunView view) {
    if (view.stoppedLane() == RunView.NONE) {
      return false;
    }
    Lane lane = view.lane(view.stoppedLane());
    return switch (StopCause.of(lane.detail(view.stoppedRecord()))) {
      case INTERRUPTED -> true;
      case EXPIRED -> false;
      case FAILED -> view.coreOf(view.stoppedLane()) != RunView.NONE && isInKernel(view, lane);
    };
  }

  private static boolean isInKernel(RunView view, Lane lane) {
    boolean inKernel = false;
    for (int record = 0; record < view.stoppedRecord(); record++) {
      inKernel |= lane.kind(record) == RecordKind.KERNEL_START;
      inKernel &= lane.kind(record) != RecordKind.KERNEL_END;
    }
    return inKernel;
  }
}
