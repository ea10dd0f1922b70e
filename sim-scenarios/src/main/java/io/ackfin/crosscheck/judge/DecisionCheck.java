package io.ackfin.crosscheck.judge;

import io.ackfin.handshake.Tables;

/** The check {@link CheckKind#DECISIONS} over the records of a run. Not thread-safe. */
final class DecisionCheck implements RecordVisitor {
  private final RunView view;
  private final Differences differences = new Differences(CheckKind.DECISIONS);
  private final CoreDecisions[] cores;
  private final TaskCompletions tasks;

  DecisionCheck(RunView view, Tables tables) {
    this.view = view;
    cores = new CoreDecisions[view.cores()];
    for (int core = 0; core < cores.length; core++) {
      cores[core] = new CoreDecisions(view, tables, differences);
    }
    tasks = new TaskCompletions(view, differences);
  }

  @Override
  public void on(int lane, int record) {
    if (view.coreOf(lane) == RunView.NONE) {
      int core = view.lane(lane).core(record);
      if (view.isOwners(core, lane, record)) {
        cores[core].on(lane, record);
      }
      tasks.on(lane, record);
    }
  }

  CheckResult result() {
    for (int core = 0; core < cores.length; core++) {
      cores[core].end(core);
    }
    return differences.result();
  }
}
