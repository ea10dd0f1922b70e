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

/**
 * The whole square of (running, pending, id, state) in a space of four ids, by the rules' text;
 * with early staging, what is pending may be gated.
 */
@Tag("unit")
class CompletionTest {
  private static final DispatchId IDS = DispatchId.FULL.modulo(4);
  private static final int NONE = -1;

  /** What a read of COND leads to: the case, what runs and what waits afterwards. */
  private record Outcome(CompletionCase found, int running, int pending, boolean open) {}

  /** What waits behind the running dispatch. */
  private enum Behind {
    NOTHING,
    UNGATED,
    GATED
  }

  /** One input. */
  private record Input(Protocol protocol, int running, Behind behind, boolean closed, int cond) {
    int pending() {
      return behind == Behind.NOTHING ? NONE : IDS.next(running);
    }

    @Override
    public String toString() {
      return protocol.variant()
          + (protocol.staging() ? " staging" : "")
          + " running "
          + running
          + " pending "
          + pending()
          + (behind == Behind.GATED ? " gated" : "")
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
      for (boolean staging : new boolean[] {false, true}) {
        Protocol protocol = Protocol.of(variant).counting(IDS).staging(staging);
        for (int running = NONE; running < 4; running++) {
          for (int word : words()) {
            addBooks(inputs, protocol, running, word);
          }
        }
      }
    }
    return inputs;
  }

  private static List<Integer> words() {
    List<Integer> words = new ArrayList<>(List.of(CondWord.CORE_IDLE, CondWord.CORE_EXITED));
    for (int id = 0; id < 4; id++) {
      words.add(CondWord.ack(id));
      words.add(CondWord.fin(id));
    }
    return words;
  }

  private static void addBooks(List<Input> inputs, Protocol protocol, int running, int word) {
    inputs.add(new Input(protocol, running, Behind.NOTHING, false, word));
    if (running == NONE) {
      return;
    }
    inputs.add(new Input(protocol, running, Behind.NOTHING, true, word));
    if (protocol.variant() == Variant.SINGLE_SLOT) {
      return;
    }
    for (boolean closed : new boolean[] {false, true}) {
      inputs.add(new Input(protocol, running, Behind.UNGATED, closed, word));
      if (protocol.staging()) {
        inputs.add(new Input(protocol, running, Behind.GATED, closed, word));
      }
    }
  }

  /** The rules as they read, pending tried first. */
  private static Outcome expected(Input in) {
    int id = CondWord.id(in.cond);
    boolean fin = CondWord.isFin(in.cond);
    boolean parity = in.protocol.variant() == Variant.DUAL_SLOT_PARITY;
    boolean open = !in.closed;
    if (in.pending() != NONE && id == in.pending()) {
      return fin
          ? new Outcome(CompletionCase.A, NONE, NONE, true)
          : new Outcome(CompletionCase.B, in.pending(), NONE, open || parity);
    }
    if (in.running != NONE && id == in.running) {
      if (fin && in.pending() == NONE) {
        return new Outcome(CompletionCase.C, NONE, NONE, true);
      }
      if (fin && (!parity || in.behind == Behind.GATED)) {
        return new Outcome(CompletionCase.D, in.pending(), NONE, open);
      }
      if (!fin && in.pending() == NONE && parity) {
        return new Outcome(CompletionCase.NONE, in.running, NONE, true);
      }
    }
    return new Outcome(CompletionCase.NONE, in.running, in.pending(), open);
  }

  private static Outcome actual(Input in) {
    Tables tables = in.protocol.tables();
    int last = in.pending() == NONE ? in.running : in.pending();
    long book = last == NONE ? 0 : IDS.next(last) | Book.BUSY;
    book |= in.pending() == NONE ? 0 : Book.PENDING;
    book |= in.behind == Behind.GATED ? Book.GATED : 0;
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
    assertThat(Book.gated(book)).isEqualTo(Book.gated(before) && Book.pending(book));
    assertThat(Book.nextId(book)).isEqualTo(Book.nextId(before));
    return new Outcome(
        found,
        Book.busy(book) ? Book.runningId(IDS, book) : NONE,
        Book.pending(book) ? Book.pendingId(IDS, book) : NONE,
        (book & Book.CLOSED) == 0);
  }
}
