package io.ackfin.crosscheck.inclusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.CoreOperation;
import io.ackfin.handshake.Effect;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.SchedulerOperation;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dispatches that wait for their doorbell, which any thread may ring. */
@Tag("unit")
class StagedRunsTest {
  private static final Protocol STAGING = Protocol.of(Variant.DUAL_SLOT).staging(true);

  private static InclusionResult check(Recording recording) {
    return new Inclusion(STAGING.tables(), PendingDispatch.BOTH).check(recording);
  }

  private static List<String> problems(HandMadeRun run) {
    return check(run.ended(Ending.FINISHED)).lines();
  }

  /** Up to where the core waits for the bell. */
  private static HandMadeRun gated() {
    return new HandMadeRun()
        .buildsGated(0, 7)
        .owner(SchedulerOperation.STORE_POINTER, 0)
        .owner(SchedulerOperation.STORE_ID, 1)
        .core(CoreOperation.READ_DMB, 1)
        .core(CoreOperation.READ_POINTER, 0)
        .corePayload(CoreOperation.READ_GATE, 0, 1);
  }

  private static HandMadeRun runs(HandMadeRun gated) {
    return gated
        .core(CoreOperation.AWAIT_BELL, 1)
        .core(CoreOperation.WRITE_ACK, CondWord.ack(1))
        .corePayload(CoreOperation.START_KERNEL, 0, 7)
        .corePayload(CoreOperation.END_KERNEL, 0, 7)
        .core(CoreOperation.PUBLISH_OUTPUT, 0)
        .coreFinishes(1)
        .polls(CondWord.fin(1), CompletionCase.C)
        .closes()
        .coreLeaves();
  }

  @Test
  void theOwnerOrAnyOtherThreadRings() {
    assertThat(problems(runs(gated().rings(0, 1)))).isEmpty();
    assertThat(problems(runs(gated().rings(2, 1)))).isEmpty();
    Coverage coverage = check(runs(gated().rings(2, 1)).ended(Ending.FINISHED)).coverage();
    assertThat(coverage.effects()).containsEntry(Effect.RUNG, 1L);
    assertThat(coverage.schedulerEdges()).containsEntry("RING -> HOME", 1L);
    assertThat(coverage.coreEdges()).containsEntry("BELL -> ACK", 1L);
  }

  @Test
  void noBellIsSeenThatNobodyRang() {
    assertThat(problems(runs(gated())))
        .contains(
            "  core 0, placed 3 of 12, then AWAIT_BELL saw 1: what was seen is not there (its"
                + " owners do not store that from here on)",
            "    expected: AWAIT_BELL DMB_BOTH 0");
    // The owner rings after it has seen FIN of the task that waited for it.
    assertThat(
            problems(
                gated()
                    .polls(CondWord.fin(1), CompletionCase.C)
                    .rings(0, 1)
                    .core(CoreOperation.AWAIT_BELL, 1)))
        .contains(
            "  core 0, placed 3 of 4, then AWAIT_BELL saw 1: what was seen is not there (its owners"
                + " store that only with #4)");
  }

  @Test
  void aBellIsRungOnceAndForAGatedDispatch() {
    assertThat(problems(runs(gated().rings(2, 1)).rings(1, 1)))
        .containsExactly(
            "thread 2, entry 0, STORE_BELL := 1: no gated dispatch with this id waits for its bell");
    assertThat(problems(runs(gated().rings(2, 1)).rings(2, 2)))
        .containsExactly(
            "thread 2, entry 1, STORE_BELL := 2: no gated dispatch with this id waits for its bell");
    assertThat(problems(gated().rings(0, 1).rings(0, 1)))
        .anyMatch(line -> line.endsWith("no gated dispatch with this id waits for its bell"));
  }

  @Test
  void exitEndsTheWaitForTheBell() {
    HandMadeRun stopped =
        gated()
            .emergencyExitBy(2)
            .core(CoreOperation.AWAIT_BELL, DmbWord.EXIT)
            .core(CoreOperation.WRITE_EXITED, CondWord.CORE_EXITED)
            .closes();
    assertThat(check(stopped.ended(Ending.STOPPED)).lines()).isEmpty();
    HandMadeRun rung =
        gated()
            .emergencyExitBy(2)
            .core(CoreOperation.AWAIT_BELL, 1)
            .core(CoreOperation.WRITE_EXITED, CondWord.CORE_EXITED);
    assertThat(check(rung.ended(Ending.STOPPED)).possible()).isFalse();
  }

  @Test
  void tablesWithoutABellHaveNeither() {
    Inclusion plain = new Inclusion(Protocol.of(Variant.DUAL_SLOT).tables(), PendingDispatch.BOTH);
    assertThat(plain.check(gated().ended(Ending.CUT_OFF)).lines())
        .contains(
            "  owners of core 0, placed 0 of 3, then thread 0 BUILD_PAYLOAD slot 0 := payload"
                + " 7, gated: the tables have no doorbell");
    assertThat(plain.check(new HandMadeRun().rings(2, 1).ended(Ending.CUT_OFF)).lines())
        .containsExactly("thread 2, entry 0, STORE_BELL := 1: the tables have no doorbell");
  }
}
