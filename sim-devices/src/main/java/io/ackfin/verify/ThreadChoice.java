package io.ackfin.verify;

import io.ackfin.handshake.SchedulerProgram;

/** The state that a thread takes a move's row from: that of the program it is in or begins. */
final class ThreadChoice {
  private ThreadChoice() {}

  static long begun(HandshakeParts parts, Move move, long[] before) {
    long book = parts.book(before, move.core());
    return switch (move.kind()) {
      case STARTUP -> SchedulerProgram.beginStartup(parts.tables(), book);
      case POLL -> SchedulerProgram.beginPoll(book);
      case LOOK -> SchedulerProgram.beginLook(book);
      case EXIT -> SchedulerProgram.beginExit(book);
      case RING -> SchedulerProgram.beginRing(parts.codes().id(move.argument()));
      case EMERGENCY -> SchedulerProgram.beginEmergency();
      case DISPATCH ->
          SchedulerProgram.beginDispatch(book, new Gate(parts).gates(before, move.task()));
      case THREAD, EXPIRE -> goingOn(parts, move, before, book);
      default -> throw new IllegalArgumentException(move.kind() + ": is no thread's");
    };
  }

  private static long goingOn(HandshakeParts parts, Move move, long[] before, long book) {
    ThreadFields fields = parts.layout().threads[move.thread()];
    int row = fields.row.get(before);
    return row == 0
        ? SchedulerProgram.beginDispatch(book, fields.gating.isSet(before))
        : SchedulerProgram.at(book, row);
  }
}
