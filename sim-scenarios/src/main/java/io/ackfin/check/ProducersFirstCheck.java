package io.ackfin.check;

import io.ackfin.protocol.HandshakeEvent;
import io.ackfin.protocol.Invariant;
import io.ackfin.workload.TaskGraph;

/** Watches {@link Invariant#PRODUCERS_FIRST}. */
final class ProducersFirstCheck implements InvariantCheck {
  private final Verdict verdict = new Verdict(Invariant.PRODUCERS_FIRST);
  private final Names names;
  private final boolean[] complete;

  ProducersFirstCheck(Names names) {
    this.names = names;
    complete = new boolean[names.graph().tasks()];
  }

  @Override
  public Verdict verdict() {
    return verdict;
  }

  @Override
  public void on(HandshakeEvent event, long tick, int core, int detail, int item) {
    if (event == HandshakeEvent.TASK_COMPLETED) {
      complete[item] = true;
    } else if (event == HandshakeEvent.KERNEL_STARTED && item >= 0) {
      onStarted(tick, core, item);
    }
  }

  private void onStarted(long tick, int core, int subtask) {
    TaskGraph graph = names.graph();
    int task = graph.task(subtask);
    for (int i = 0; i < graph.producerCount(task); i++) {
      int producer = graph.producer(task, i);
      if (!complete[producer]) {
        verdict.violated(
            tick,
            "core %d started %s before %s was complete",
            core,
            names.subtask(subtask),
            names.task(producer));
        return;
      }
    }
  }
}
