package io.ackfin.check;

import static io.ackfin.check.EventStream.AIC;
import static io.ackfin.check.EventStream.AIV0;
import static io.ackfin.check.EventStream.A_AIC;
import static io.ackfin.check.EventStream.B_AIC;
import static io.ackfin.check.EventStream.LAST_AIC;
import static io.ackfin.check.EventStream.OTHER_AIC;
import static io.ackfin.check.EventStream.PAIR_AIC;
import static io.ackfin.check.EventStream.PAIR_AIV0;
import static io.ackfin.protocol.CompletionCase.C;
import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams that tell when stores arrive, and runs that end before their end. */
@Tag("unit")
class ArrivalChecksTest {
  private final EventStream stream = EventStream.ofArrivals();

  @Test
  void aCleanStreamHolds() {
    stream
        .arrived(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .arrived(AIC, 1, 2, B_AIC)
        .ended(AIC, 0, 1, A_AIC)
        .ran(AIC, 1, 2, B_AIC)
        .arrived(AIC, 0, 3, LAST_AIC);
    assertThat(stream.checks().verdicts()).allMatch(Verdict::held);
  }

  @Test
  void aSlotIsWrittenWhenThePayloadArrives() {
    stream.arrived(AIC, 0, 1, A_AIC).built(AIC, 0, B_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).isTrue();
    stream.payloadVisible(AIC, 0, B_AIC);
    stream.assertViolated(
        Invariant.SLOT_STABLE,
        60,
        "slot 0 of core 0 was written for task b AIC while task a AIC may still read it");
  }

  /** Its own id has overtaken it. */
  @Test
  void aPayloadThatArrivesBehindItsIdViolatesSlotStable() {
    stream.dispatched(AIC, 1, 1, A_AIC).idVisible(AIC, 1, A_AIC).payloadVisible(AIC, 1, A_AIC);
    stream.assertViolated(
        Invariant.SLOT_STABLE,
        40,
        "slot 1 of core 0 was written for task a AIC while task a AIC may still read it");
  }

  /** No matter that its id is on its way: the core cannot know of it. */
  @Test
  void anIdOnItsWayKeepsNoSlot() {
    stream.dispatched(AIC, 0, 1, A_AIC).payloadVisible(AIC, 0, A_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).isTrue();
  }

  /** The second id has replaced the first one, which nobody takes up any more. */
  @Test
  void aDispatchThatIsPassedOverKeepsItsSlotForEver() {
    stream
        .arrived(AIC, 0, 1, A_AIC)
        .arrived(AIC, 1, 2, B_AIC)
        .ran(AIC, 1, 2, B_AIC)
        .believedIdle(AIC)
        .payloadVisible(AIC, 1, LAST_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).as("the slot that was read").isTrue();
    assertThat(stream.verdict(Invariant.IDLE_IS_IDLE).held()).as("it will never run").isTrue();
    assertThat(stream.verdict(Invariant.RUNS_ONCE).held()).isFalse();
    stream.payloadVisible(AIC, 0, LAST_AIC);
    assertThat(stream.verdict(Invariant.SLOT_STABLE).held()).isFalse();
  }

  /** Ids that repeat do not hide it: what the register showed is told. */
  @Test
  void aPayloadOfAnotherDispatchThanTheOneTakenUpViolatesRunsOnce() {
    stream.arrived(AIC, 0, 0, A_AIC).arrived(AIC, 1, 0, B_AIC).started(AIC, 0, 0, A_AIC);
    stream.assertViolated(
        Invariant.RUNS_ONCE, 110, "core 0 ran task a AIC when it had taken up task b AIC");
  }

  @Test
  void aCoreThatIsBelievedIdleBehindAnUnreadDispatchViolatesIdleIsIdle() {
    stream
        .arrived(AIC, 0, 1, A_AIC)
        .ran(AIC, 0, 1, A_AIC)
        .arrived(AIC, 1, 2, B_AIC)
        .believedIdle(AIC);
    assertThat(stream.verdict(Invariant.IDLE_IS_IDLE).held()).isFalse();
  }

  /** The next kernel runs when the output of the one before becomes visible. */
  @Test
  void outputsBecomeVisibleInTheOrderOfTheirKernels() {
    stream
        .arrived(AIC, 0, 1, A_AIC)
        .started(AIC, 0, 1, A_AIC)
        .kernelEnded(AIC, 0, A_AIC)
        .arrived(AIC, 1, 2, B_AIC)
        .started(AIC, 1, 2, B_AIC)
        .outputVisible(AIC, 1)
        .completed(AIC, C, A_AIC);
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).held()).isTrue();
    stream.completed(AIC, C, B_AIC);
    assertThat(stream.verdict(Invariant.COMPLETES_ONCE).firstMessage())
        .isEqualTo("core 0: task b AIC completed before its output was visible");
  }

  @Test
  void whatACoreDidNotRunWhenItIsClosedItNeverRuns() {
    stream.arrived(AIC, 0, 1, A_AIC).closed(OTHER_AIC);
    assertThat(stream.verdict(Invariant.RUNS_ONCE).held()).as("another core").isTrue();
    stream.expired(AIC);
    stream.assertViolated(Invariant.RUNS_ONCE, 60, "core 0 never ran task a AIC");
    stream.finished();
    assertThat(stream.verdict(Invariant.RUNS_ONCE).violations()).as("told once").isEqualTo(1);
  }

  @Test
  void aRunThatIsStoppedEarlyMayCloseACoreWithADispatchInIt() {
    stream.arrived(AIC, 0, 1, A_AIC).stopping().closed(AIC);
    assertThat(stream.verdict(Invariant.RUNS_ONCE).held()).isTrue();
  }

  @Test
  void clustersAreWhatTheyAreSaidToBe() {
    stream.arrived(OTHER_AIC, 0, 1, PAIR_AIC).arrived(AIV0, 0, 1, PAIR_AIV0);
    assertThat(stream.verdict(Invariant.ONE_CLUSTER).held()).as("both in cluster 1").isTrue();
    EventStream apart = EventStream.ofArrivals();
    apart.arrived(AIC, 0, 1, PAIR_AIC).arrived(AIV0, 0, 1, PAIR_AIV0);
    apart.assertViolated(Invariant.ONE_CLUSTER, 60, "task pair went to cluster 0 and to cluster 1");
  }

  /** Not only the first one. */
  @Test
  void everyEarlierCoreOfATaskCounts() {
    stream
        .arrived(AIV0, 0, 1, PAIR_AIC)
        .arrived(OTHER_AIC, 0, 1, PAIR_AIV0)
        .arrived(OTHER_AIC, 1, 2, PAIR_AIV0);
    stream.assertViolated(Invariant.ONE_CLUSTER, 100, "two subtasks of task pair went to core 3");
  }
}
