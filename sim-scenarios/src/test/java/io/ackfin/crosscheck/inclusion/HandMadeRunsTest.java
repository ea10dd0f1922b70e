package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hand-overs and stops, which the simulator does not have, and posted stores at their latest. */
@Tag("unit")
class HandMadeRunsTest {
  private static final Protocol PROTOCOL =
      Protocol.of(Variant.DUAL_SLOT).with(Addition.GUARD_ABORT);

  private static List<String> problems(Recording recording) {
    return new Inclusion(PROTOCOL.tables(), PendingDispatch.BOTH).check(recording).lines();
  }

  private static List<String> firstProblem(Recording recording) {
    return problems(recording).stream().limit(1).toList();
  }

  @Test
  void aCoreMayChangeHandsBetweenTwoPrograms() {
    assertThat(problems(HandMadeRun.twoTasks().ended(Ending.FINISHED))).isEmpty();
  }

  @Test
  void everyOtherMomentOfAHandOverIsRefused() {
    Recording recording = HandMadeRun.twoTasks().ended(Ending.FINISHED);
    Recording ofOneThread = HandOvers.joined(recording);
    EntrySequence thread = ofOneThread.threads().get(0);
    for (int at = 1; at < thread.size(); at++) {
      Recording handedOver = HandOvers.at(ofOneThread, List.of(at));
      assertThat(problems(handedOver).isEmpty())
          .as("before %s", Words.ofThread(thread.get(at)))
          .isEqualTo(HandOvers.begins(thread, at));
    }
  }

  /** Two owners after another are not the same as the other way round. */
  @Test
  void ownersAreJoinedInTheirOrder() {
    Recording recording = HandMadeRun.twoTasks().ended(Ending.FINISHED);
    List<Tenure> reversed = new ArrayList<>(recording.tenures());
    Collections.reverse(reversed);
    Recording changed =
        new Recording(recording.cores(), recording.threads(), reversed, Ending.FINISHED);
    assertThat(problems(changed))
        .contains(
            "  owners of core 0, placed 0 of 13, then thread 1 APPLY_COND saw FIN(2), case C:"
                + " the core runs nothing that a poll could complete");
  }

  @Test
  void aThreadDoesNothingOnACoreThatIsNotItsOwn() {
    Recording recording = HandMadeRun.twoTasks().ended(Ending.FINISHED);
    List<Tenure> first = recording.tenures().subList(0, 1);
    Recording changed =
        new Recording(recording.cores(), recording.threads(), first, Ending.FINISHED);
    assertThat(problems(changed))
        .contains(
            "thread 1, entry 0, APPLY_COND saw FIN(2), case C: the thread does not own core 0 then");
  }

  /** Core and owner each see the other's stores as late as can be. */
  @Test
  void storesMayTravelForLong() {
    HandMadeRun run =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .dispatchesBehind(CondWord.ack(1), 2, 1, 8)
            // The second id is still on its way, so FIN is written.
            .coreFinishes(1)
            .coreRuns(2, 1, 8)
            .coreFinishes(2)
            // The owner sees each word of COND in turn, long after it was written.
            .polls(CondWord.fin(1), CompletionCase.D)
            .polls(CondWord.fin(2), CompletionCase.C)
            .closes()
            .coreLeaves();
    assertThat(problems(run.ended(Ending.FINISHED))).isEmpty();
  }

  /** The guard saw ACK of the first task, so the second id cannot have been behind it before. */
  @Test
  void aStoreIsNotSeenBeforeItWasIssued() {
    HandMadeRun run =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .coreSkipsFin(2)
            .coreRuns(2, 1, 8)
            .coreFinishes(2)
            .dispatchesBehind(CondWord.fin(1), 2, 1, 8);
    assertThat(firstProblem(run.ended(Ending.CUT_OFF)))
        .containsExactly("core 0: no order of what it and its owners did is possible");
  }

  /** The guard saw that the core has left before the owner had told it to. */
  private static HandMadeRun emergency(boolean told) {
    HandMadeRun run = new HandMadeRun().dispatches(1, 0, 7).coreRuns(1, 0, 7).builds(1, 8);
    if (told) {
      run.emergencyExitBy(2);
    }
    return run.coreSkipsFin(DmbWord.EXIT)
        .coreLeaves()
        .ownerGivesUp(SchedulerOperation.AWAIT_RUNNING, CondWord.CORE_EXITED)
        .closes();
  }

  @Test
  void anyThreadMayTellACoreToLeave() {
    assertThat(problems(emergency(true).ended(Ending.STOPPED))).isEmpty();
    assertThat(problems(emergency(false).ended(Ending.STOPPED)))
        .contains(
            "  core 0, placed 6 of 9, then LOOK_BEHIND saw exit: what was seen is not there (its"
                + " owners store that only with #5)");
  }

  /** The dispatch was given up, so that whatever was built for it stays unread. */
  private static boolean isOfAPayloadNobodyRead(Mutation mutation) {
    return mutation.kind() == Mutation.Kind.ALTERED
        && mutation.ofThread()
        && Entry.schedulerOperation(mutation.entry()) == SchedulerOperation.BUILD_PAYLOAD
        && mutation.position() == 3
        && !Entry.isGated(mutation.entry())
        && Entry.slot(mutation.entry()) == 1;
  }

  /** A wait may end because the run is stopped when its answer has just come. */
  private static boolean saysThatTheAnswerCameToo(Mutation mutation) {
    return mutation.ofThread()
        && mutation.entry()
            == Entry.ended(
                Entry.ofThread(0, SchedulerOperation.AWAIT_EXITED, CondWord.CORE_EXITED));
  }

  /** The search of all orders says the same of every change of a stopped run. */
  @Test
  void everyChangeOfAStoppedRun() {
    Recording recording = emergency(true).ended(Ending.STOPPED);
    for (Mutation mutation : Mutations.all(recording)) {
      Recording changed = mutation.of(recording);
      boolean exists = NaiveOrder.exists(PROTOCOL.tables(), PendingDispatch.BOTH, changed);
      assertThat(problems(changed).isEmpty()).as(mutation.toString()).isEqualTo(exists);
      assertThat(exists)
          .as(mutation.toString())
          .isEqualTo(isOfAPayloadNobodyRead(mutation) || saysThatTheAnswerCameToo(mutation));
    }
  }

  @Test
  void aFinishedRunHasNoneOfThat() {
    assertThat(problems(emergency(true).ended(Ending.FINISHED)))
        .anyMatch(line -> line.endsWith("only a run that is stopped does that"))
        .contains(
            "thread 2, entry 0, STORE_EXIT := exit, to every core: only a run that is stopped does"
                + " that");
  }

  @Test
  void aThreadTellsACoreOnce() {
    HandMadeRun twice = emergency(true).emergencyExitBy(2);
    assertThat(problems(twice.ended(Ending.STOPPED)))
        .containsExactly(
            "thread 2, entry 1, STORE_EXIT := exit, to every core: the thread has told this core"
                + " already");
    assertThat(problems(emergency(true).emergencyExitBy(1).ended(Ending.STOPPED))).isEmpty();
  }

  /** The core sees exit, then an id that replaced it, then exit again before its owner told it. */
  @Test
  void anExitThatWasReplacedComesBackOnlyIfAnotherWasStored() {
    HandMadeRun once =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .dispatchesBehind(CondWord.ack(1), 2, 1, 8)
            .emergencyExitBy(2)
            .coreSkipsFin(DmbWord.EXIT)
            .coreRuns(2, 1, 8)
            .polls(CondWord.ack(2), CompletionCase.B)
            .coreSkipsFin(DmbWord.EXIT)
            .coreLeaves()
            .builds(0, 9)
            .ownerGivesUp(SchedulerOperation.AWAIT_RUNNING, CondWord.CORE_EXITED)
            .closes();
    assertThat(problems(once.ended(Ending.STOPPED)))
        .contains(
            "  core 0, placed 13 of 16, then LOOK_BEHIND saw exit: what was seen is not there (its"
                + " owners store that only with #10)");
    assertThat(problems(once.emergencyExitBy(1).ended(Ending.STOPPED))).isEmpty();
  }

  /** A core that hangs in its kernel does not answer; its owner leaves it at that. */
  @Test
  void anOwnerMayGiveUpACoreThatDoesNotAnswer() {
    HandMadeRun run =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .core(CoreOperation.READ_DMB, 1)
            .owner(SchedulerOperation.STORE_EXIT, DmbWord.EXIT)
            .ownerGivesUp(SchedulerOperation.AWAIT_EXITED, CondWord.CORE_IDLE);
    assertThat(problems(run.ended(Ending.STOPPED))).isEmpty();
  }
}
