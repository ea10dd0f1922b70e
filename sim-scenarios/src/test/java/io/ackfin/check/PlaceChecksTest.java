package io.ackfin.check;

import static io.ackfin.check.EventStream.AIC;
import static io.ackfin.check.EventStream.AIV1;
import static io.ackfin.check.EventStream.A_AIC;
import static io.ackfin.check.EventStream.B_AIC;
import static io.ackfin.check.EventStream.LAST_AIC;
import static io.ackfin.check.EventStream.OTHER_AIC;
import static io.ackfin.check.EventStream.OTHER_AIV0;
import static io.ackfin.check.EventStream.PAIR_AIC;
import static io.ackfin.check.EventStream.PAIR_AIV0;
import static io.ackfin.check.EventStream.TASK_A;
import static io.ackfin.protocol.CompletionCase.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every way to violate slot-stable, idle-is-idle, producers-first and one-cluster, over
 * hand-written streams, with the message of the first violation.
 */
@Tag("unit")
class PlaceChecksTest {
  private final EventStream stream = new EventStream();

  @Test
  void aSlotThatIsWrittenAfterItsPublicationViolatesSlotStable() {
    stream.dispatched(AIC, 0, 1, A_AIC).built(AIC, 0, B_AIC);
    stream.assertViolated(
        Invariant.SLOT_STABLE,
        30,
        "slot 0 of core 0 was written for task b AIC while task a AIC may still read it");
  }

  @Test
  void aSlotThatIsWrittenWhileItsKernelRunsViolatesSlotStable() {
    stream.dispatched(AIC, 1, 1, A_AIC).started(AIC, 1, 1, A_AIC).built(AIC, 1, B_AIC);
    stream.assertViolated(
        Invariant.SLOT_STABLE,
        60,
        "slot 1 of core 0 was written for task b AIC while task a AIC may still read it");
  }

  @Test
  void aSlotThatWaitsBehindARunningKernelIsNotFreedByThatKernelsEnd() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .built(AIC, 0, LAST_AIC)
        .built(AIC, 1, LAST_AIC);
    stream.assertViolated(
        Invariant.SLOT_STABLE,
        110,
        "slot 1 of core 0 was written for task last AIC while task b AIC may still read it");
    assertThat(stream.verdict(Invariant.SLOT_STABLE).violations()).isEqualTo(1);
  }

  /** The other slot, the same slot of another core, and again what was never published. */
  @Test
  void aSlotThatNobodyMayReadCanBeWritten() {
    stream
        .built(AIC, 0, A_AIC)
        .built(AIC, 0, B_AIC)
        .dispatched(AIC, 0, 1, A_AIC)
        .built(AIC, 1, B_AIC)
        .built(OTHER_AIC, 0, B_AIC)
        .started(AIC, 0, 1, A_AIC)
        .kernelEnded(AIC, 0, A_AIC)
        .built(AIC, 0, LAST_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).isTrue();
  }

  @Test
  void aBusyCoreThatIsBelievedIdleViolatesIdleIsIdle() {
    stream.dispatched(AIC, 0, 1, A_AIC).started(AIC, 0, 1, A_AIC).believedIdle(AIC);
    stream.assertViolated(
        Invariant.IDLE_IS_IDLE, 60, "core 0 is believed idle while it still has task a AIC");
  }

  @Test
  void aCoreThatWasGivenMoreIsNotIdleAfterItsFirstKernel() {
    stream
        .dispatched(AIC, 0, 1, A_AIC)
        .dispatched(AIC, 1, 2, B_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .believedIdle(OTHER_AIC)
        .believedIdle(AIC);
    stream.assertViolated(
        Invariant.IDLE_IS_IDLE, 110, "core 0 is believed idle while it still has task b AIC");
  }

  @Test
  void aKernelBeforeOneOfItsProducersIsCompleteViolatesProducersFirst() {
    stream
        .taskCompleted(TASK_A)
        .completed(AIC, C, PAIR_AIC)
        .dispatched(AIC, 0, 1, LAST_AIC)
        .started(AIC, 0, 1, LAST_AIC);
    stream.assertViolated(
        Invariant.PRODUCERS_FIRST,
        70,
        "core 0 started task last AIC before task pair was complete");
  }

  @Test
  void aTaskOnTwoClustersViolatesOneCluster() {
    stream.dispatched(AIC, 0, 1, PAIR_AIC).dispatched(OTHER_AIV0, 0, 1, PAIR_AIV0);
    stream.assertViolated(
        Invariant.ONE_CLUSTER, 40, "task pair went to cluster 0 and to cluster 1");
  }

  @Test
  void twoSubtasksOfATaskOnOneCoreViolateOneCluster() {
    stream.dispatched(AIV1, 0, 1, PAIR_AIC).dispatched(AIV1, 1, 2, PAIR_AIV0);
    stream.assertViolated(Invariant.ONE_CLUSTER, 40, "two subtasks of task pair went to core 2");
  }
}
