package io.ackfin.run.replay;

import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Move;
import io.ackfin.verify.Move.Kind;
import io.ackfin.verify.Shutdown;

/** Whether a move names cores, threads and tasks that a system has. */
record Acquaintance(BoundedSystem system) {
  /** What a move names that there is not; empty if it names nothing unknown. */
  String refusal(Move move) {
    if (!knowsThread(move)) {
      return "there is no thread " + move.thread() + " for it";
    }
    if (!knowsCore(move)) {
      return "there is no core " + move.core();
    }
    boolean ofTask = move.kind() == Kind.DISPATCH || move.kind() == Kind.LOOK;
    boolean known = move.task() >= 1 && move.task() <= system.tasks();
    return ofTask && !known ? "there is no task " + move.task() : "";
  }

  /** Cores, memory and whoever stops the run need no thread. */
  private boolean knowsThread(Move move) {
    boolean scheduler = move.thread() >= 0 && move.thread() < system.threads();
    boolean stopper = move.thread() == Move.STOPPER && system.shutdown() == Shutdown.EMERGENCY;
    return switch (move.kind()) {
      case CORE, ARRIVE_AT_BARRIER, OUTPUT, STOP, HAND_OVER -> true;
      case STORE_VISIBLE -> scheduler || stopper;
      case EMERGENCY -> stopper;
      default -> scheduler;
    };
  }

  /** Where the core follows from the thread it need not be named. */
  private boolean knowsCore(Move move) {
    boolean known = move.core() >= 0 && move.core() < system.cores();
    return switch (move.kind()) {
      case THREAD, EXPIRE, STORE_VISIBLE -> known || move.core() == -1;
      case RECHECK, STOP, HAND_OVER -> true;
      default -> known;
    };
  }
}
