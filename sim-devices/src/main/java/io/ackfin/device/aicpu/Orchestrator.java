package io.ackfin.device.aicpu;

import io.ackfin.core.event.Event;
import io.ackfin.core.event.Phase;
import io.ackfin.core.event.Simulator;

/**
 * The thread that submits the workload's tasks in their order, one after another, while the
 * schedulers run. Submitting takes time before the task is seen; with no cost all of them are seen
 * at the tick at which the orchestrator starts.
 */
public final class Orchestrator {
  private final long submitCost;
  private final TaskBoard board;
  private final ReadyQueues queues;
  private final SchedulerLog log;
  private final Simulator simulator;
  private final Event step;
  private int next;
  private long firstSubmission = -1;

  /** An orchestrator that has not started. */
  public Orchestrator(
      OrchestratorSpec spec,
      TaskBoard board,
      ReadyQueues queues,
      SchedulerLog log,
      Simulator simulator) {
    submitCost = spec.submit().picoseconds();
    this.board = board;
    this.queues = queues;
    this.log = log;
    this.simulator = simulator;
    step = simulator.event("orchestrator step", Phase.SUBMISSION, 0, this::onStep);
  }

  /** Begins to submit. */
  public void start() {
    firstSubmission = simulator.now();
    if (board.graph().tasks() > 0) {
      simulator.after(submitCost, step);
    }
  }

  /** The tick at which the first submission began; -1 before that. */
  public long firstSubmission() {
    return firstSubmission;
  }

  /** Whether everything is submitted. */
  public boolean finished() {
    return next == board.graph().tasks();
  }

  private void onStep() {
    do {
      submit(next++, simulator.now());
    } while (submitCost == 0 && !finished());
    if (!finished()) {
      simulator.after(submitCost, step);
    }
  }

  private void submit(int task, long now) {
    log.submitted(task, now);
    if (board.submit(task, now)) {
      log.ready(task, now);
      queues.push(board.graph().shape(task), task);
    }
  }
}
