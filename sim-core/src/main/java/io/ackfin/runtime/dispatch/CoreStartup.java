package io.ackfin.runtime.dispatch;

import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import io.ackfin.runtime.agent.BoundedWait;
import io.ackfin.runtime.agent.InterruptedWaitException;
import io.ackfin.runtime.agent.RunControl;
import io.ackfin.runtime.agent.WaitLimitException;
import io.ackfin.runtime.memory.Fences;
import io.ackfin.runtime.memory.PayloadSlots;
import io.ackfin.runtime.memory.Register;
import io.ackfin.runtime.memory.RegisterPort;
import io.ackfin.runtime.record.RecordKind;
import io.ackfin.runtime.record.StopCause;

/** The scheduler's side of start-up and exit, for all cores of a range. One scheduler's thread. */
final class CoreStartup {
  private final RunContext run;
  private final Chip chip;
  private final String who;
  private final RegisterPort port;
  private final BoundedWait wait;

  CoreStartup(RunContext run, String who, RegisterPort port, BoundedWait wait) {
    this.run = run;
    this.who = who;
    this.port = port;
    this.wait = wait;
    chip = run.spec().chip();
  }

  /**
   * Starts cores; all of them at once, not one after the other.
   *
   * @return false if the run was aborted meanwhile
   * @throws IllegalStateException if a core is not what it should be
   */
  boolean start(int first, int end) {
    boolean reportFirst = run.spec().startup() == Startup.REPORT_FIRST;
    for (int core = first; core < end && !reportFirst; core++) {
      port.storeTaskOpaque(core, PayloadSlots.address(core, 0));
      port.storeRelease(Register.AICPU_READY, core, 1);
    }
    for (int core = first; core < end; core++) {
      if (!await(Register.REPORT, core)) {
        return false;
      }
      checkReport(core);
      openWindow(core, reportFirst);
    }
    for (int core = first; core < end; core++) {
      if (!await(Register.AICORE_DONE, core)) {
        return false;
      }
    }
    return true;
  }

  private void openWindow(int core, boolean reportFirst) {
    if (reportFirst) {
      port.storeTaskOpaque(core, PayloadSlots.address(core, 0));
      Fences.fullBarrier();
      // The core takes idle for the answer to its report.
      port.storeDmbRelease(core, DmbWord.IDLE);
    } else {
      port.storeDmbRelease(core, DmbWord.IDLE);
      port.storeRelease(Register.WINDOW, core, 1);
    }
  }

  private void checkReport(int core) {
    int expected = RegisterPort.report(core, chip.isCube(core));
    int report = port.loadAcquire(Register.REPORT, core);
    if (report != expected) {
      throw new IllegalStateException(
          "report of %s: 0x%X (expected: 0x%X)".formatted(chip.describe(core), report, expected));
    }
  }

  private boolean await(Register register, int core) {
    if (port.loadAcquire(register, core) != 0) {
      return true;
    }
    wait.begin(run.spec().timeLimitNs(), () -> register + " of " + chip.describe(core), true);
    do {
      if (!wait.goesOn()) {
        return false;
      }
    } while (port.loadAcquire(register, core) == 0);
    return true;
  }

  /** Writes exit to every core of the chip: this thread was the first to abort the run. */
  static void exitAll(RegisterPort port, RunContext run) {
    port.event(RecordKind.STOPPED, stopCause(run.control().failure().cause()).ordinal(), 0, 0, 0);
    for (int core = 0; core < run.spec().chip().cores(); core++) {
      port.storeDmbRelease(core, DmbWord.EXIT);
    }
  }

  private static StopCause stopCause(Throwable cause) {
    if (cause instanceof WaitLimitException) {
      return StopCause.EXPIRED;
    }
    boolean interrupted =
        cause instanceof InterruptedWaitException || cause instanceof InterruptedException;
    return interrupted ? StopCause.INTERRUPTED : StopCause.FAILED;
  }

  /**
   * Ends cores. The limit of an answer counts from here for all of them together; whoever does not
   * answer is the run's failure, and keeps its exit.
   */
  void exit(int first, int end) {
    if (run.has(Fault.LEAVE_WITHOUT_EXIT)) {
      return;
    }
    wait.begin(run.spec().exitLimitNs(), () -> "exits to be answered", false);
    for (int core = first; core < end; core++) {
      port.storeDmbRelease(core, DmbWord.EXIT);
    }
    for (int core = first; core < end; core++) {
      try {
        awaitExit(core);
      } catch (WaitLimitException late) {
        if (run.control().abort(who, late)) {
          exitAll(port, run);
        }
      }
    }
  }

  private void awaitExit(int core) {
    RunControl control = run.control();
    wait.alsoFor(() -> chip.describe(core) + " to answer its exit");
    while (port.condAcquire(core) != CondWord.CORE_EXITED) {
      if (control.hasEnded(run.coreAgent(core))) {
        // A dead core answers nothing; but its last act may have been to answer.
        if (port.condAcquire(core) != CondWord.CORE_EXITED) {
          return;
        }
        break;
      }
      wait.goesOn();
    }
    port.storeDmbRelease(core, DmbWord.IDLE);
    port.storeRelease(Register.WINDOW, core, 0);
  }
}
