package io.ackfin.runtime.dispatch;

import io.ackfin.runtime.agent.Agent;
import io.ackfin.runtime.memory.RegisterPort;

/**
 * Submits all tasks in order, while the task window has room; then, if it is to become a scheduler,
 * calls the others to the hand-over, deals the clusters out again, and goes on as one of them.
 */
final class OrchestratorAgent implements Agent {
  /** How many tasks it submits in one step. */
  private static final int BATCH = 16;

  private final RunContext run;
  private final RegisterPort port;
  // The scheduler that it becomes, or null.
  private final SchedulerAgent becomes;
  private boolean scheduling;
  private long firstSubmissionNs;

  /** An orchestrator; {@code becomes} is null if it ends when it has submitted everything. */
  OrchestratorAgent(RunContext run, RegisterPort port, SchedulerAgent becomes) {
    this.run = run;
    this.port = port;
    this.becomes = becomes;
  }

  @Override
  public String name() {
    return "orchestrator";
  }

  /** When it submitted the first task; 0 if it submitted none. */
  long firstSubmissionNs() {
    return firstSubmissionNs;
  }

  @Override
  public void onStart() {
    // The schedulers start the cores; it waits for them at the gate.
  }

  @Override
  public int doWork() {
    if (scheduling) {
      return becomes.doWork();
    }
    TaskBoard board = run.board();
    if (!run.gate().isOpen()) {
      return 0;
    }
    if (board.submitted() < board.graph().tasks()) {
      return submit(board);
    }
    return becomes == null || board.isComplete() ? DONE : handOver();
  }

  private int submit(TaskBoard board) {
    if (firstSubmissionNs == 0) {
      firstSubmissionNs = run.now();
    }
    int tasks = board.graph().tasks();
    int window = run.spec().taskWindow();
    int submitted = 0;
    while (submitted < BATCH && board.submitted() < tasks && board.held() < window) {
      board.submitNext();
      submitted++;
    }
    return submitted;
  }

  private int handOver() {
    HandOver handOver = run.handOver();
    if (!handOver.isCalled()) {
      handOver.call();
      return 1;
    }
    if (!handOver.allArrived()) {
      return 0;
    }
    handOver.deal();
    becomes.takeOver();
    scheduling = true;
    return 1;
  }

  @Override
  public void onAbort() {
    CoreStartup.exitAll(port, run);
  }

  @Override
  public void onClose() {
    if (scheduling) {
      becomes.onClose();
    }
  }

  @Override
  public String waitsFor() {
    if (scheduling) {
      return becomes.waitsFor();
    }
    if (!run.gate().isOpen()) {
      return "the schedulers to start their cores";
    }
    return run.board().submitted() < run.board().graph().tasks()
        ? "room in the task window"
        : "the schedulers to come to the hand-over";
  }
}
