package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CondWord;
import java.util.ArrayList;
import java.util.List;

/** Walks the core's program with chosen things to read and notes what it did. */
final class CoreSteps {
  private final List<CoreOperation> operations = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();

  /** Walks on until a load finds nothing more to read, or the core has stopped. */
  long walk(Tables tables, long from, long... toRead) {
    long state = from;
    int read = 0;
    while (true) {
      CoreOperation operation = CoreProgram.operation(tables, state);
      boolean load = operation.kind() == AccessKind.LOAD;
      if (load && read == toRead.length) {
        return state;
      }
      note(operation, CoreProgram.access(tables, state));
      if (CoreProgram.halted(tables, state)) {
        return state;
      }
      state = CoreProgram.after(tables, state, load ? toRead[read++] : 0);
    }
  }

  private void note(CoreOperation operation, long access) {
    operations.add(operation);
    assertThat(Access.kind(access)).isEqualTo(operation.kind());
    assertThat(Access.location(access)).isEqualTo(operation.location());
    if (operation.location() == Location.COND) {
      words.add(CondWord.format(Access.value(access)));
    }
    if (operation.location() == Location.PAYLOAD) {
      slots.add(Access.value(access));
    }
  }

  /** What was done, all walks after one another. */
  List<CoreOperation> operations() {
    return operations;
  }

  /** What was written to COND. */
  List<String> words() {
    return words;
  }

  /** Which payload slots were read. */
  List<Integer> slots() {
    return slots;
  }
}
