package io.ackfin.verify;

import io.ackfin.handshake.Book;
import io.ackfin.handshake.CoreProgram;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.TransitionSystem.Successors;

/** Where all kinds of steps begin and end, and what they have in common. */
final class Steps {
  private final HandshakeParts parts;
  private final Layout layout;
  private final Draft draft;
  private final Gate gate;
  private final Tasks tasks;
  private Successors into;

  Steps(HandshakeParts parts, Tasks tasks) {
    this.parts = parts;
    this.tasks = tasks;
    layout = parts.layout();
    draft = new Draft(layout.words);
    gate = new Gate(parts);
  }

  /** Whom steps are told to from now on. */
  void tell(Successors successors) {
    into = successors;
  }

  Gate gate() {
    return gate;
  }

  /** Begins a step. */
  Draft begin(long[] from) {
    draft.begin(from);
    return draft;
  }

  /** The step is complete. */
  void emit(int move, int action) {
    gate.settle(draft.now);
    tasks.settle(draft.now);
    into.step(move, action, draft.broken(), draft.noted(), draft.now);
  }

  /** Whether a core that is believed idle is idle, after a step that touched the core. */
  void checkIdle(int core) {
    CoreFields fields = layout.cores[core];
    long book = BookBits.book(0, fields.book.get(draft.now));
    draft.breaksIf(!Book.busy(book) && !isIdle(fields), Invariant.IDLE_IS_IDLE);
  }

  /** The core has taken up its last dispatch and is done with it, or there was none yet. */
  private boolean isIdle(CoreFields fields) {
    int dispatched = fields.dispatched.get(draft.now);
    if (fields.handling.get(draft.now) != dispatched) {
      return false;
    }
    long program = parts.codes().program(fields, draft.now);
    return switch (CoreProgram.operation(parts.tables(), program)) {
      case READ_DMB, WRITE_EXITED, STOP -> true;
      default -> dispatched == 0;
    };
  }
}
