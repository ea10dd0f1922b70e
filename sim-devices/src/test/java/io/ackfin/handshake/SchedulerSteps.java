package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Walks a scheduler's program with chosen things to read and notes what it did. */
final class SchedulerSteps {
  private final List<String> steps = new ArrayList<>();

  /** Walks on until home, or until a load finds nothing more to read; forgets earlier walks. */
  long walk(Tables tables, long begun, long... toRead) {
    steps.clear();
    long state = begun;
    int read = 0;
    while (!SchedulerProgram.home(state)) {
      SchedulerOperation operation = SchedulerProgram.operation(tables, state);
      boolean load = operation.kind() == AccessKind.LOAD;
      if (load && read == toRead.length) {
        return state;
      }
      long access = SchedulerProgram.access(tables, state);
      assertThat(Access.location(access)).isEqualTo(operation.location());
      state = SchedulerProgram.after(tables, state, load ? toRead[read++] : 0);
      note(operation, access, SchedulerProgram.effect(state));
    }
    return state;
  }

  private void note(SchedulerOperation operation, long access, Effect effect) {
    String value = operation.kind() == AccessKind.STORE ? " " + Access.value(access) : "";
    steps.add(operation + value + (effect == Effect.NONE ? "" : " -> " + effect));
  }

  /** A book of a core that runs dispatch 1. */
  long running(Tables tables) {
    return SchedulerProgram.book(
        walk(tables, SchedulerProgram.beginDispatch(Book.initial(tables))));
  }

  /** What the last walk did: operation, stored value, effect. */
  List<String> steps() {
    return steps;
  }

  /** A word of COND as a load gives it. */
  static long seen(int word) {
    return word & 0xFFFFFFFFL;
  }
}
