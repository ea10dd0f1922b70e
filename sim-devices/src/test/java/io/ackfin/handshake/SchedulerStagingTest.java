package io.ackfin.handshake;

import static io.ackfin.handshake.SchedulerSteps.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks what a scheduler thread does about gated dispatches. */
@Tag("unit")
class SchedulerStagingTest {
  private static final DispatchId IDS = DispatchId.FULL;

  private final SchedulerSteps thread = new SchedulerSteps();

  private static Tables tables(Variant variant) {
    return Protocol.of(variant).staging(true).tables();
  }

  /** The book of a core that was polled at ACK of what it runs. */
  private long acknowledged(Tables tables) {
    long begun = SchedulerProgram.beginPoll(thread.running(tables));
    return SchedulerProgram.book(thread.walk(tables, begun, seen(CondWord.ack(1))));
  }

  /** The book after a dispatch behind dispatch 1. */
  private long behind(Tables tables, boolean gated) {
    long begun = SchedulerProgram.beginDispatch(acknowledged(tables), gated);
    return SchedulerProgram.book(thread.walk(tables, begun, seen(CondWord.ack(1))));
  }

  private long polled(Tables tables, long book, int word) {
    return SchedulerProgram.book(thread.walk(tables, SchedulerProgram.beginPoll(book), seen(word)));
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void onAnIdleCoreTheBookDoesNotMindWhetherADispatchIsGated(Variant variant) {
    Tables tables = tables(variant);
    long book = Book.initial(tables);
    long gated = thread.walk(tables, SchedulerProgram.beginDispatch(book, true));
    assertThat(SchedulerProgram.book(gated)).isEqualTo(thread.running(tables));
  }

  @ParameterizedTest
  @EnumSource(
      value = Variant.class,
      names = {"DUAL_SLOT", "DUAL_SLOT_PARITY"})
  void theBookRemembersThatThePendingDispatchIsGated(Variant variant) {
    Tables tables = tables(variant);
    assertThat(Book.gated(behind(tables, false))).isFalse();
    long book = behind(tables, true);
    assertThat(Book.gated(book)).isTrue();
    assertThat(book & ~Book.GATED).isEqualTo(behind(tables, false));
    assertThat(Book.gated(polled(tables, book, CondWord.ack(2)))).isFalse();
    assertThat(Book.gated(polled(tables, book, CondWord.fin(2)))).isFalse();
    assertThat(Book.gated(polled(tables, book, CondWord.fin(1)))).isFalse();
    assertThat(polled(tables, book, CondWord.ack(1))).isEqualTo(book);
  }

  @Test
  void withParityAPromotedGatedTaskKeepsThePendingSlotClosedUntilItsAck() {
    Tables tables = tables(Variant.DUAL_SLOT_PARITY);
    long begun = SchedulerProgram.beginPoll(behind(tables, true));
    long done = thread.walk(tables, begun, seen(CondWord.fin(1)));
    assertThat(Completion.caseOf(SchedulerProgram.action(done))).isEqualTo(CompletionCase.D);
    assertThat(SchedulerProgram.action(done) & Completion.COMPLETE_RUNNING).isNotZero();
    assertThat(SchedulerProgram.action(done) & Completion.COMPLETE_PENDING).isZero();
    long promoted = SchedulerProgram.book(done);
    assertThat(Book.runningId(IDS, promoted)).isEqualTo(2);
    assertThat(Book.pending(promoted)).isFalse();
    assertThat(Book.room(promoted)).isEqualTo(Room.NONE);
    assertThat(polled(tables, promoted, CondWord.fin(1))).isEqualTo(promoted);
    assertThat(Book.room(polled(tables, promoted, CondWord.ack(2)))).isEqualTo(Room.PENDING_FREE);
    assertThat(Book.room(polled(tables, promoted, CondWord.fin(2)))).isEqualTo(Room.IDLE);
  }

  @Test
  void withParityFinOfTheRunningTaskIsStillLeftToAnUngatedPendingOne() {
    Tables tables = tables(Variant.DUAL_SLOT_PARITY);
    long book = behind(tables, false);
    assertThat(polled(tables, book, CondWord.fin(1))).isEqualTo(book);
  }

  @Test
  void withParityAndCaseDOffAGatedTaskIsNotPromotedEither() {
    Tables tables =
        Protocol.of(Variant.DUAL_SLOT_PARITY).staging(true).without(Protection.CASE_D).tables();
    long book = behind(tables, true);
    assertThat(polled(tables, book, CondWord.fin(1))).isEqualTo(book);
  }

  @Test
  void anAbortedGatedDispatchLeavesTheBookAsItWas() {
    Tables tables =
        Protocol.of(Variant.DUAL_SLOT).staging(true).with(Addition.GUARD_ABORT).tables();
    long book = thread.running(tables);
    long begun = SchedulerProgram.beginDispatch(book, true);
    long aborted = thread.walk(tables, begun, seen(CondWord.CORE_IDLE) | Access.WAIT_ENDS);
    assertThat(thread.steps()).endsWith("GIVE_UP -> ABORTED");
    assertThat(SchedulerProgram.book(aborted)).isEqualTo(book);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 0x7FFFFFEF})
  void aRingStoresTheIdInTheBellAndIsDone(int id) {
    for (Variant variant : Variant.values()) {
      Tables tables = tables(variant);
      long begun = SchedulerProgram.beginRing(id);
      assertThat(Access.location(SchedulerProgram.access(tables, begun))).isEqualTo(Location.BELL);
      long rung = thread.walk(tables, begun);
      assertThat(thread.steps()).containsExactly("STORE_BELL " + id + " -> RUNG");
      assertThat(SchedulerProgram.home(rung)).isTrue();
    }
  }
}
