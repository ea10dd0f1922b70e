package io.ackfin.handshake;

import static io.ackfin.handshake.SchedulerSteps.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.DmbWord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks each of the scheduler's programs once with chosen things to read. */
@Tag("unit")
class SchedulerProgramTest {
  private static final DispatchId IDS = DispatchId.FULL;

  private final SchedulerSteps thread = new SchedulerSteps();

  private static Tables tables(Variant variant) {
    return Protocol.of(variant).tables();
  }

  @Test
  void dualSlotDispatchesToAnIdleCoreWithoutAGuard() {
    Tables tables = tables(Variant.DUAL_SLOT);
    long book = thread.running(tables);
    assertThat(thread.steps())
        .containsExactly(
            "BUILD_PAYLOAD 0",
            "STORE_POINTER 0",
            "FENCE",
            "STORE_ID 1 -> DISPATCHED",
            "FLIP_SLOT -> DISPATCHED",
            "FENCE");
    assertThat(Book.room(book)).isEqualTo(Room.PENDING_FREE);
    assertThat(Book.runningId(IDS, book)).isEqualTo(1);
    assertThat(Book.slot(book)).isEqualTo(1);
  }

  @Test
  void dualSlotDispatchesBehindARunningTaskAfterItsAck() {
    Tables tables = tables(Variant.DUAL_SLOT);
    long begun = SchedulerProgram.beginDispatch(thread.running(tables));
    long book =
        SchedulerProgram.book(
            thread.walk(tables, begun, seen(CondWord.CORE_IDLE), seen(CondWord.fin(1))));
    assertThat(thread.steps())
        .containsExactly(
            "BUILD_PAYLOAD 1",
            "AWAIT_RUNNING",
            "AWAIT_RUNNING",
            "STORE_POINTER 1",
            "FENCE",
            "STORE_ID 2 -> DISPATCHED",
            "FLIP_SLOT -> DISPATCHED",
            "FENCE");
    assertThat(Book.room(book)).isEqualTo(Room.NONE);
    assertThat(Book.runningId(IDS, book)).isEqualTo(1);
    assertThat(Book.pendingId(IDS, book)).isEqualTo(2);
  }

  @Test
  void parityClosesThePendingSlotUntilAPolledAck() {
    Tables tables = tables(Variant.DUAL_SLOT_PARITY);
    long book = thread.running(tables);
    assertThat(thread.steps())
        .containsExactly(
            "BUILD_PAYLOAD 1",
            "FENCE",
            "STORE_ID 1 -> DISPATCHED",
            "FOLLOW_ID -> DISPATCHED",
            "CLOSE_PENDING -> DISPATCHED",
            "FENCE");
    assertThat(Book.room(book)).isEqualTo(Room.NONE);
    long polled = thread.walk(tables, SchedulerProgram.beginPoll(book), seen(CondWord.ack(1)));
    long open = SchedulerProgram.book(polled);
    assertThat(Book.room(open)).isEqualTo(Room.PENDING_FREE);
    thread.walk(tables, SchedulerProgram.beginDispatch(open));
    assertThat(thread.steps()).startsWith("BUILD_PAYLOAD 0", "FENCE", "STORE_ID 2 -> DISPATCHED");
  }

  @Test
  void singleSlotNeverHasRoomBehindARunningTask() {
    Tables tables = tables(Variant.SINGLE_SLOT);
    long book = thread.running(tables);
    assertThat(thread.steps())
        .containsExactly(
            "BUILD_PAYLOAD 0",
            "FENCE",
            "STORE_ID 1 -> DISPATCHED",
            "CLOSE_PENDING -> DISPATCHED",
            "FENCE");
    long acknowledged =
        thread.walk(tables, SchedulerProgram.beginPoll(book), seen(CondWord.ack(1)));
    assertThat(Book.room(SchedulerProgram.book(acknowledged))).isEqualTo(Room.NONE);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aPollTellsItsCase(Variant variant) {
    Tables tables = tables(variant);
    long done =
        thread.walk(
            tables, SchedulerProgram.beginPoll(thread.running(tables)), seen(CondWord.fin(1)));
    assertThat(thread.steps()).containsExactly("APPLY_COND -> POLLED");
    assertThat(Completion.caseOf(SchedulerProgram.action(done))).isEqualTo(CompletionCase.C);
    assertThat(SchedulerProgram.action(done) & Completion.COMPLETE_RUNNING).isNotZero();
    assertThat(Book.room(SchedulerProgram.book(done))).isEqualTo(Room.IDLE);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void aLookAllowsOnlyBehindExactlyTheAckOfTheRunningTask(Variant variant) {
    Tables tables = tables(variant);
    long book = thread.running(tables);
    int[] refused = {CondWord.fin(1), CondWord.ack(0), CondWord.ack(2), CondWord.CORE_IDLE};
    for (int word : refused) {
      long looked = thread.walk(tables, SchedulerProgram.beginLook(book), seen(word));
      assertThat(SchedulerProgram.effect(looked)).isEqualTo(Effect.MAY_NOT_FILL);
    }
    long looked = thread.walk(tables, SchedulerProgram.beginLook(book), seen(CondWord.ack(1)));
    assertThat(SchedulerProgram.effect(looked)).isEqualTo(Effect.MAY_FILL);
    assertThat(SchedulerProgram.book(looked)).isEqualTo(book);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void exitWaitsForTheAnswerAndClosesTheWindow(Variant variant) {
    Tables tables = tables(variant);
    long book = Book.initial(tables);
    long closed =
        thread.walk(
            tables,
            SchedulerProgram.beginExit(book),
            seen(CondWord.CORE_IDLE),
            seen(CondWord.CORE_EXITED));
    assertThat(thread.steps())
        .containsExactly(
            "STORE_EXIT " + DmbWord.EXIT,
            "AWAIT_EXITED",
            "AWAIT_EXITED",
            "STORE_IDLE " + DmbWord.IDLE,
            "CLOSE_WINDOW 0",
            "SAY_CLOSED -> CLOSED");
    assertThat(SchedulerProgram.book(closed)).isEqualTo(book);
  }

  @Test
  void anExitThatIsNotAnsweredInTimeStaysInDmb() {
    Tables tables = tables(Variant.DUAL_SLOT);
    long begun = SchedulerProgram.beginExit(Book.initial(tables));
    thread.walk(tables, begun, seen(CondWord.ack(1)) | Access.WAIT_ENDS);
    assertThat(thread.steps())
        .containsExactly("STORE_EXIT " + DmbWord.EXIT, "AWAIT_EXITED", "SAY_EXPIRED -> EXPIRED");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void anEmergencyWritesExitAndNothingElse(Variant variant) {
    Tables tables = tables(variant);
    long done = thread.walk(tables, SchedulerProgram.beginEmergency());
    assertThat(thread.steps()).containsExactly("STORE_EXIT " + DmbWord.EXIT);
    assertThat(SchedulerProgram.home(done)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void startUpOrdersItsStoresByBarriers(Variant variant) {
    Tables tables = Protocol.of(variant).startingBy(Startup.HANDSHAKE).tables();
    thread.walk(tables, SchedulerProgram.beginStartup(tables, Book.initial(tables)), 0, 1, 0, 1);
    assertThat(thread.steps())
        .containsExactly(
            "STORE_FIRST_POINTER 0",
            "FENCE",
            "CALL 1",
            "AWAIT_REPORT",
            "AWAIT_REPORT",
            "OPEN_WINDOW 1",
            "STORE_IDLE " + DmbWord.IDLE,
            "FENCE",
            "SAY_OPEN 1",
            "AWAIT_DONE",
            "AWAIT_DONE",
            "SAY_STARTED -> STARTED");
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void startUpAfterAReportAnswersByOpeningTheWindow(Variant variant) {
    Tables tables = Protocol.of(variant).startingBy(Startup.REPORT_FIRST).tables();
    thread.walk(tables, SchedulerProgram.beginStartup(tables, Book.initial(tables)), 1);
    assertThat(thread.steps())
        .containsExactly(
            "AWAIT_REPORT",
            "STORE_FIRST_POINTER 0",
            "FENCE",
            "OPEN_WINDOW 1",
            "STORE_IDLE " + DmbWord.IDLE,
            "SAY_STARTED -> STARTED");
  }

  @Test
  void withoutStartUpTheThreadIsAtHomeAtOnce() {
    Tables tables = tables(Variant.DUAL_SLOT);
    long state = SchedulerProgram.beginStartup(tables, Book.initial(tables));
    assertThat(SchedulerProgram.home(state)).isTrue();
    assertThat(SchedulerProgram.effect(state)).isEqualTo(Effect.NONE);
  }

  @Test
  void anAbortedDispatchLeavesTheBookAsItWas() {
    Tables tables = Protocol.of(Variant.DUAL_SLOT).with(Addition.GUARD_ABORT).tables();
    long book = thread.running(tables);
    long aborted =
        thread.walk(
            tables,
            SchedulerProgram.beginDispatch(book),
            seen(CondWord.CORE_IDLE),
            seen(CondWord.CORE_IDLE) | Access.WAIT_ENDS);
    assertThat(thread.steps())
        .containsExactly("BUILD_PAYLOAD 1", "AWAIT_RUNNING", "AWAIT_RUNNING", "GIVE_UP -> ABORTED");
    assertThat(SchedulerProgram.book(aborted)).isEqualTo(book);
  }

  @Test
  void withoutGuardAbortTheGuardGoesOnWaiting() {
    Tables tables = tables(Variant.DUAL_SLOT);
    long waiting = thread.walk(tables, SchedulerProgram.beginDispatch(thread.running(tables)));
    long seen = seen(CondWord.CORE_IDLE) | Access.WAIT_ENDS;
    assertThat(SchedulerProgram.after(tables, waiting, seen)).isEqualTo(waiting);
  }

  @Test
  void anAckThatArrivesWithTheStopStillDispatches() {
    Tables tables = Protocol.of(Variant.DUAL_SLOT).with(Addition.GUARD_ABORT).tables();
    long begun = SchedulerProgram.beginDispatch(thread.running(tables));
    thread.walk(tables, begun, seen(CondWord.ack(1)) | Access.WAIT_ENDS);
    assertThat(thread.steps()).contains("STORE_ID 2 -> DISPATCHED");
  }
}
