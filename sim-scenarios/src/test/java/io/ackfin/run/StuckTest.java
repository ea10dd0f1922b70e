package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.check.Verdict;
import io.ackfin.core.time.Ticks;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.DispatchId;
import io.ackfin.protocol.DmbWord;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.scenario.Polling;
import io.ackfin.workload.TaskGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in which nothing moves any more: that they end, and what is said of them. */
@Tag("unit")
class StuckTest {
  private static final TaskGraph THREE =
      PlanFixture.independent(ResourceShape.AIC_ONLY, 3, Ticks.ofMicros(2));

  /** Without case C nothing ever completes the last task of a core. */
  @ParameterizedTest
  @EnumSource(Polling.class)
  void aCompletionThatIsSwallowed(Polling polling) {
    RunResult result = run(PlanFixture.a2a3().without(Protection.CASE_C), polling);
    assertStuck(result, "deadlock: scheduler 0 saw no progress for 1ms");
    assertThat(result.waiting())
        .containsExactly(
            "scheduler 0: gave up, turns in its loop",
            "cluster 0 AIC: READ_DMB (id 1); scheduler believes 1 (task 0 AIC) runs;"
                + " DMB 1, COND FIN(1); hank.task slot 0, slots: task 0 AIC, nothing built",
            "task 0: dispatched, not complete: AIC on cluster 0 AIC");
  }

  /**
   * The core acknowledges its second task, which says that the first is done. Without case B nobody
   * understands it, and behind the second there is no room for the third.
   */
  @ParameterizedTest
  @EnumSource(Polling.class)
  void twoSlotsThatStayTaken(Polling polling) {
    PlanFixture fixture =
        PlanFixture.reference()
            .without(Protection.CASE_A)
            .without(Protection.CASE_B)
            .without(Protection.CASE_D)
            .graph(THREE);
    RunResult result = run(fixture, polling);
    assertStuck(result, "deadlock: scheduler 0 saw no progress for 1ms");
    assertThat(result.waiting())
        .containsExactly(
            "scheduler 0: gave up, turns in its loop",
            "cluster 0 AIC: READ_DMB (id 2); scheduler believes 1 (task 0 AIC) runs"
                + " and 2 (task 1 AIC) waits; DMB 2, COND FIN(2);"
                + " hank.task slot 1, slots: task 0 AIC, task 1 AIC",
            "queue AIC_ONLY: 1 ready: task 2",
            "task 0: dispatched, not complete: AIC on cluster 0 AIC",
            "task 1: dispatched, not complete: AIC on cluster 0 AIC");
  }

  /** A core that takes the first id for exit has left, and the guard waits for its ACK. */
  @ParameterizedTest
  @EnumSource(Polling.class)
  void aGuardThatIsNeverAnswered(Polling polling) {
    Protocol leaving =
        Protocol.of(Variant.DUAL_SLOT).counting(DispatchId.NARROW.startingAt(DmbWord.EXIT));
    RunResult result = run(PlanFixture.reference().protocol(leaving).graph(THREE), polling);
    assertStuck(result, "deadlock: scheduler 0 saw no progress for 1ms");
    assertThat(result.waiting())
        .contains("scheduler 0: gave up, AWAIT_RUNNING on core 0")
        .anyMatch(line -> line.startsWith("cluster 0 AIC: STOP"))
        .anyMatch(line -> line.equals("task 1: ready, in no queue"));
    assertThat(result.guardLoads()).isGreaterThan(9_000);
  }

  /** What is complete is completed again with every poll, and the core never becomes free. */
  @ParameterizedTest
  @EnumSource(Polling.class)
  void completingAgainAndAgainIsNoProgress(Polling polling) {
    Protocol twice = Protocol.of(Variant.SINGLE_SLOT).withFault(Fault.COMPLETE_TWICE);
    RunResult result = run(PlanFixture.reference().protocol(twice).graph(THREE), polling);
    assertStuck(result, "livelock: scheduler 0 saw no progress for 1ms");
    assertThat(result.waiting())
        .anyMatch(
            line ->
                line.matches("completed again without progress: \\d{4,5} times, last task 0 AIC"));
  }

  /** A kernel is no progress, and there is nothing wrong but the patience. */
  @ParameterizedTest
  @EnumSource(Polling.class)
  void aKernelThatOutlastsThePatience(Polling polling) {
    TaskGraph graph = PlanFixture.independent(ResourceShape.AIC_ONLY, 1, Ticks.ofMillis(2));
    RunResult result = run(PlanFixture.a2a3().graph(graph), polling);
    assertStuck(result, "kernels outlast the patience: scheduler 0 saw no progress for 1ms");
  }

  /** Two seconds are twenty million loads; nobody has to look at each. */
  @Test
  void parkedPollersComeToTheEndOfALongPatienceInFewSteps() {
    RunResult result =
        run(
            PlanFixture.a2a3()
                .giveUp(Ticks.ofMillis(2000))
                .without(Protection.CASE_C)
                .clusters(2)
                .schedulers(2),
            Polling.PARKED);
    assertStuck(result, "deadlock: scheduler 1 saw no progress for 2s");
    assertThat(result.loads()).isGreaterThan(9_000_000);
    assertThat(result.events()).isLessThan(200);
  }

  private static RunResult run(PlanFixture fixture, Polling polling) {
    return new Run(fixture.plan().polling(polling), List.of()).execute(RunWatcher.NONE);
  }

  private static void assertStuck(RunResult result, String why) {
    assertThat(result.ending()).isEqualTo(RunEnding.STUCK);
    assertThat(result.why()).isEqualTo(why);
    assertThat(result.verdicts())
        .filteredOn(verdict -> verdict.invariant() == Invariant.PROGRESS)
        .noneMatch(Verdict::held);
  }
}
