package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.inclusion.InclusionProblem.NoOrder;
import io.ackfin.crosscheck.inclusion.InclusionProblem.OutOfPlace;
import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Location;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Tables;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said of a recording that is not possible: how far it came, and what was expected there.
 */
@Tag("unit")
class ExplanationTest {
  private static final Tables TABLES = Protocol.of(Variant.DUAL_SLOT).tables();

  private static InclusionResult check(Recording recording) {
    return new Inclusion(TABLES, PendingDispatch.BOTH).check(recording);
  }

  private static NoOrder noOrder(HandMadeRun run) {
    List<InclusionProblem> problems = check(run.ended(Ending.FINISHED)).problems();
    assertThat(problems).hasSize(1);
    return (NoOrder) problems.get(0);
  }

  /** hank.task still names the first slot when the second id is read. */
  @Test
  void aWordThatIsNotThere() {
    HandMadeRun run =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .dispatchesBehind(CondWord.ack(1), 2, 1, 8)
            .coreSkipsFin(2)
            .core(CoreOperation.READ_DMB, 2)
            .core(CoreOperation.READ_POINTER, 0)
            .polls(CondWord.ack(2), CompletionCase.B);
    assertThat(check(run.ended(Ending.FINISHED)).lines())
        .containsExactly(
            "core 0: no order of what it and its owners did is possible",
            "  core 0, placed 8 of 9, then READ_POINTER saw slot 0: what was seen is not there (its"
                + " owners do not store that from here on)",
            "    expected: READ_POINTER HANK slot 1",
            "    before: #0 READ_DMB saw 1",
            "    before: #1 READ_POINTER saw slot 0",
            "    before: #2 WRITE_ACK := ACK(1)",
            "    before: #3 START_KERNEL slot 0 saw payload 7",
            "    before: #4 END_KERNEL slot 0 saw payload 7",
            "    before: #5 PUBLISH_OUTPUT",
            "    before: #6 LOOK_BEHIND saw 2",
            "    before: #7 READ_DMB saw 2",
            "  owners of core 0, placed 7 of 8, then thread 0 APPLY_COND saw ACK(2), case B: what"
                + " was seen is not there (the core does not store that from here on)",
            "    expected: APPLY_COND COND ACK(1)",
            "    before: #0 thread 0 BUILD_PAYLOAD slot 0 := payload 7",
            "    before: #1 thread 0 STORE_POINTER := slot 0",
            "    before: #2 thread 0 STORE_ID := 1",
            "    before: #3 thread 0 BUILD_PAYLOAD slot 1 := payload 8",
            "    before: #4 thread 0 AWAIT_RUNNING saw ACK(1)",
            "    before: #5 thread 0 STORE_POINTER := slot 1",
            "    before: #6 thread 0 STORE_ID := 2");
  }

  @Test
  void theSameInParts() {
    NoOrder problem =
        noOrder(
            new HandMadeRun()
                .dispatches(1, 0, 7)
                .core(CoreOperation.READ_DMB, 1)
                .core(CoreOperation.READ_POINTER, 1));
    FurthestPoint core = problem.coreSide();
    assertThat(problem.core()).isZero();
    assertThat(core.placed()).isEqualTo(1);
    assertThat(core.entries()).isEqualTo(2);
    assertThat(core.obstacle()).isEqualTo(Obstacle.NOT_SHOWN);
    assertThat(core.expected()).isEqualTo(new Expected("READ_POINTER", Location.HANK, "slot 0"));
    assertThat(problem.ownerSide().obstacle()).isEqualTo(Obstacle.ENDS_EARLY);
    assertThat(problem.ownerSide().expected().operation())
        .isEqualTo("BUILD_PAYLOAD, LOOK_AT_COND, APPLY_COND");
  }

  @Test
  void noMoreThanTenEntriesBefore() {
    NoOrder problem = noOrder(HandMadeRun.twoTasks().core(CoreOperation.READ_DMB, 3));
    assertThat(problem.coreSide().obstacle()).isEqualTo(Obstacle.AFTER_THE_END);
    assertThat(problem.coreSide().before()).hasSize(10).last().asString().startsWith("#16 ");
    assertThat(problem.ownerSide().obstacle()).isEqualTo(Obstacle.NONE);
  }

  @Test
  void aSequenceThatEndsBeforeItsProgram() {
    NoOrder problem =
        noOrder(new HandMadeRun().closes().core(CoreOperation.READ_DMB, DmbWord.EXIT));
    assertThat(problem.coreSide().lines())
        .containsExactly(
            "core 0, placed 1 of 1: the sequence ends where its program does not",
            "  expected: WRITE_EXITED COND core exited",
            "  before: #0 READ_DMB saw exit");
  }

  @Test
  void whatTheProgramWantsInstead() {
    assertThat(core(CoreOperation.WRITE_ACK, CondWord.ack(1)))
        .isEqualTo("READ_DMB DMB idle: the program wants another access");
    assertThat(core(CoreOperation.READ_DMB, DmbWord.IDLE))
        .isEqualTo("READ_DMB DMB idle: what was seen changes nothing");
    assertThat(owner(SchedulerOperation.STORE_ID, 1))
        .isEqualTo("BUILD_PAYLOAD, STORE_EXIT: no program begins with it");
    assertThat(owner(SchedulerOperation.STORE_EXIT, DmbWord.IDLE))
        .isEqualTo("STORE_EXIT DMB exit: the program wants another word or slot");
    assertThat(owner(SchedulerOperation.LOOK_AT_COND, CondWord.CORE_IDLE))
        .isEqualTo("BUILD_PAYLOAD, STORE_EXIT: the core has no room for a dispatch");
    assertThat(text(new HandMadeRun().dispatches(1, 0, 7).polls(1, CompletionCase.C)))
        .isEqualTo("APPLY_COND COND core idle: what was seen changes nothing");
    assertThat(text(new HandMadeRun().dispatches(1, 0, 7).polls(CondWord.fin(1), CompletionCase.A)))
        .isEqualTo("APPLY_COND COND core idle: the tables take the word for another case");
  }

  /** What the owner does first, and why it cannot. */
  private static String owner(SchedulerOperation operation, int word) {
    return text(new HandMadeRun().owner(operation, word));
  }

  private static String text(HandMadeRun run) {
    FurthestPoint point = noOrder(run).ownerSide();
    return point.expected() + ": " + point.obstacle();
  }

  private static String core(CoreOperation operation, int word) {
    FurthestPoint point = noOrder(new HandMadeRun().core(operation, word)).coreSide();
    return point.expected() + ": " + point.obstacle();
  }

  /** Each policy has its own rule for a dispatch behind a running task. */
  @Test
  void whatThePolicyHasNot() {
    HandMadeRun unlooked =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .dispatchesBehind(CondWord.ack(1), 2, 1, 8);
    assertThat(ownerObstacle(unlooked, PendingDispatch.SKIP)).isEqualTo(Obstacle.WITHOUT_LOOK);
    assertThat(ownerObstacle(unlooked, PendingDispatch.SPIN)).isEqualTo(Obstacle.ENDS_EARLY);
    HandMadeRun looked =
        new HandMadeRun()
            .dispatches(1, 0, 7)
            .coreRuns(1, 0, 7)
            .owner(SchedulerOperation.LOOK_AT_COND, CondWord.ack(1))
            .dispatchesBehind(CondWord.ack(1), 2, 1, 8);
    assertThat(ownerObstacle(looked, PendingDispatch.SPIN)).isEqualTo(Obstacle.NEVER_LOOKS);
    assertThat(ownerObstacle(looked, PendingDispatch.SKIP)).isEqualTo(Obstacle.ENDS_EARLY);
  }

  private static Obstacle ownerObstacle(HandMadeRun run, PendingDispatch paths) {
    List<InclusionProblem> problems =
        new Inclusion(TABLES, paths).check(run.ended(Ending.FINISHED)).problems();
    return ((NoOrder) problems.get(0)).ownerSide().obstacle();
  }

  /** Both cores' sequences are in order; the thread's is not. */
  @Test
  void aThreadThatLeavesAProgramInTheMiddle() {
    long build = Entry.payload(0, 0, 7);
    long other = Entry.payload(1, 0, 8);
    Recording.Builder recording = new Recording.Builder(2, 1).owns(0, 0).owns(0, 1);
    recording.thread(0, build).thread(0, other);
    InclusionResult result = check(recording.ended(Ending.CUT_OFF));
    assertThat(result.possible()).isFalse();
    assertThat(result.problems())
        .containsExactly(
            new OutOfPlace(
                0,
                1,
                "BUILD_PAYLOAD slot 0 := payload 8",
                "a thread goes on with its program on core 0 before it does this"));
  }

  @Test
  void whatWasTakenOfTheTables() {
    Coverage coverage = check(HandMadeRun.twoTasks().ended(Ending.FINISHED)).coverage();
    assertThat(coverage.cases())
        .containsEntry(CompletionCase.A, 0L)
        .containsEntry(CompletionCase.B, 1L)
        .containsEntry(CompletionCase.C, 1L);
    assertThat(coverage.effects().values()).contains(2L);
    assertThat(coverage.coreEdges())
        .containsEntry("BEHIND -> POLL", 1L)
        .containsEntry("BEHIND -> FIN", 1L)
        .containsEntry("POLL -> INVALIDATE", 2L)
        .containsEntry("POLL -> EXIT", 1L);
    assertThat(coverage.schedulerEdges())
        .containsEntry("HOME -> BUILD", 2L)
        .containsEntry("BUILD -> GUARD", 1L)
        .containsEntry("BUILD -> POINTER", 1L);
    assertThat(coverage.neverTaken())
        .containsExactly(
            "scheduler HOME -> LOOK",
            "scheduler HOME -> EMERGENCY",
            "scheduler LOOK -> HOME",
            "scheduler EXIT_ANSWER -> EXIT_EXPIRED",
            "scheduler EXIT_EXPIRED -> HOME",
            "scheduler EMERGENCY -> HOME");
  }
}
