package io.ackfin.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The whole square of (running, pending, id, state) in a space of four ids, by the rules' text. */
@Tag("unit")
class CompletionTest {
  private static final DispatchId IDS = DispatchId.FULL.modulo(4);
  private static final int NONE = -1;

  /** What a read of COND leads to: the case, what runs and what waits afterwards. */
  private record Outcome(CompletionCase found, int running, int pending, boolean open) {}

  /** One input. */
  private record Input(Variant variant, int running, int pending, boolean closed, int cond) {
    @Override
    public String toString() {
      return variant
          + " running "
          + running
          + " pending "
          + pending
          + (closed ? " closed " : " open ")
          + CondWord.format(cond);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyInputHasTheOutcomeOfTheRules() {
    return inputs().stream()
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.toString(), () -> assertThat(actual(input)).isEqualTo(expected(input))));
  }

  private static List<Input> inputs() {
    List<Input> inputs = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      for (int running = NONE; running < 4; running++) {
        for (int cond = 0; cond < 4; cond++) {
          for (boolean fin : new boolean[] {false, true}) {
            int word = fin ? CondWord.fin(cond) : CondWord.ack(cond);
            addBooks(inputs, variant, running, word);
          }
        }
        addBooks(inputs, variant, running, CondWord.CORE_IDLE);
        addBooks(inputs, variant, running, CondWord.CORE_EXITED);
      }
    }
    return inputs;
  }

  private static void addBooks(List<Input> inputs, Variant variant, int running, int word) {
    inputs.add(new Input(variant, running, NONE, false, word));
    if (running != NONE) {
      inputs.add(new Input(variant, running, NONE, true, word));
      if (variant != Variant.SINGLE_SLOT) {
        inputs.add(new Input(variant, running, IDS.next(running), false, word));
        inputs.add(new Input(variant, running, IDS.next(running), true, word));
      }
    }
  }

  /** The rules as they read, pending tried first. */
  private static Outcome expected(Input in) {
    int id = CondWord.id(in.cond);
    boolean fin = CondWord.isFin(in.cond);
    boolean parity = in.variant == Variant.DUAL_SLOT_PARITY;
    boolean open = !in.closed;
    if (in.pending != NONE && id == in.pending) {
      return fin
          ? new Outcome(CompletionCase.A, NONE, NONE, true)
          : new Outcome(CompletionCase.B, in.pending, NONE, open || parity);
    }
    if (in.running != NONE && id == in.running) {
      if (fin && in.pending == NONE) {
        return new Outcome(CompletionCase.C, NONE, NONE, true);
      }
      if (fin && !parity) {
        return new Outcome(CompletionCase.D, in.pending, NONE, open);
      }
      if (!fin && in.pending == NONE && parity) {
        return new Outcome(CompletionCase.NONE, in.running, NONE, true);
      }
    }
    return new Outcome(CompletionCase.NONE, in.running, in.pending, open);
  }

  private static Outcome actual(Input in) {
    Tables tables = Protocol.of(in.variant).counting(IDS).tables();
    int last = in.pending == NONE ? in.running : in.pending;
    long book = last == NONE ? 0 : IDS.next(last) | Book.BUSY;
    book |= in.pending == NONE ? 0 : Book.PENDING;
    book |= in.closed ? Book.CLOSED : 0;
    long before = book;
    long after =
        SchedulerProgram.after(tables, SchedulerProgram.beginPoll(book), in.cond & 0xFFFFFFFFL);
    assertThat(SchedulerProgram.home(after)).isTrue();
    assertThat(SchedulerProgram.effect(after)).isEqualTo(Effect.POLLED);
    book = SchedulerProgram.book(after);
    CompletionCase found = Completion.caseOf(SchedulerProgram.action(after));
    boolean promoted = found == CompletionCase.B || found == CompletionCase.D;
    assertThat(Book.runningRecord(book) != Book.runningRecord(before)).isEqualTo(promoted);
    assertThat(Book.nextId(book)).isEqualTo(Book.nextId(before));
    return new Outcome(
        found,
        Book.busy(book) ? Book.runningId(IDS, book) : NONE,
        Book.pending(book) ? Book.pendingId(IDS, book) : NONE,
        (book & Book.CLOSED) == 0);
  }
}
