package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.check.Verdict;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.handshake.Fault;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.scenario.Polling;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Mixed;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether pollers park changes nothing that a run shows but the number of its events: the same
 * ending, figures, rows, findings, lanes and events of the handshake, whatever the plan.
 */
@Tag("property")
class ParkedPollingTest {
  private static final int CASES = 700;

  @Test
  void parkedEqualsNaive() {
    for (int seed = 0; seed < CASES; seed++) {
      assertSame("seed " + seed, RandomPlan.of(seed));
    }
  }

  /** The end of the run is the end of the first turn that lies beyond the patience, to the tick. */
  @Test
  void patienceEndsAtTheSameStep() {
    PlanFixture fixture = PlanFixture.a2a3().without(Protection.CASE_C);
    RunResult first =
        new Run(fixture.plan().polling(Polling.NAIVE), List.of()).execute(RunWatcher.NONE);
    long lasted = end(first) - first.soc().lastProgress();
    for (long patience = lasted - 2; patience <= lasted + 1; patience++) {
      RunPlan plan = fixture.giveUp(Ticks.ofPicos(patience)).plan();
      assertSame("patience " + patience, plan);
    }
    fixture.giveUp(Ticks.ofPicos(lasted - 1));
    assertThat(end(fixture.run())).isEqualTo(end(first));
    fixture.giveUp(Ticks.ofPicos(lasted));
    assertThat(end(fixture.run())).isGreaterThan(end(first));
  }

  /**
   * One thread still polls cores that a fault keeps busy while the other, which polls nothing, sees
   * that all is complete.
   */
  @Test
  void theLastCompletionIsSeenByAThreadThatPollsNothing() {
    PlanFixture fixture =
        PlanFixture.reference()
            .clusters(3)
            .schedulers(2)
            .aicpu("loopOverhead", Ticks.ofPicos(9_001))
            // The first thread takes both tasks before the second has a look.
            .aicpu("payloadBuild", Ticks.ZERO)
            .mmio("storeIssue", Ticks.ZERO)
            .protocol(Protocol.of(Variant.SINGLE_SLOT).withFault(Fault.COMPLETE_TWICE))
            .graph(PlanFixture.independent(ResourceShape.AIC_ONLY, 2, Ticks.ofMicros(2)));
    assertSame("as wired", fixture.plan());
    for (int ties = 0; ties < 5; ties++) {
      assertSame("ties " + ties, fixture.ties(TieOrder.permuted(ties)).plan());
    }
  }

  /** The whole chip, whose pollers are many. */
  @Test
  void theFullChip() {
    KernelDuration duration = new KernelDuration.Uniform(Ticks.ofMicros(2), Ticks.ofMicros(60));
    for (Variant variant : Variant.values()) {
      PlanFixture fixture =
          PlanFixture.a2a3()
              .clusters(24)
              .schedulers(3)
              .variant(variant)
              .graph(new Mixed(60, duration).build(1));
      assertSame(variant.toString(), fixture.plan());
    }
  }

  private static void assertSame(String which, RunPlan plan) {
    List<String> naive = Account.of(plan, Polling.NAIVE);
    List<String> parked = Account.of(plan, Polling.PARKED);
    for (int i = 0; i < Math.min(naive.size(), parked.size()); i++) {
      // Not the whole lists at once, whose difference would fill the screen.
      assertThat(parked.get(i)).as("%s, line %d", which, i).isEqualTo(naive.get(i));
    }
    assertThat(parked).as(which).hasSameSizeAs(naive);
  }

  /** The tick at which a run that is stuck ended. */
  private static long end(RunResult result) {
    return result.verdicts().stream()
        .filter(verdict -> verdict.invariant() == Invariant.PROGRESS)
        .mapToLong(Verdict::firstTick)
        .findFirst()
        .orElseThrow();
  }
}
