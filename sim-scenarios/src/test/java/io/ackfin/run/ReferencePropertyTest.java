package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.reference.ReferenceCase;
import io.ackfin.reference.ReferenceJudge;
import io.ackfin.reference.ReferenceResult;
import io.ackfin.scenario.Polling;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The simulator against the independent judge of the reduced model: random sizes and costs, half of
 * them rich in ties; every figure and every task's kernel has to be the same to the picosecond.
 */
@Tag("property")
class ReferencePropertyTest {
  private static final int CASES = 500;

  @Test
  void simulatorAndJudgeAgree() {
    for (int seed = 0; seed < CASES; seed++) {
      ReferenceCase asked = possible(ReferenceCase.random(seed));
      ReferenceResult judged = ReferenceJudge.judge(asked);
      for (Polling polling : Polling.values()) {
        String which = "seed " + seed + ", " + polling + ": " + asked;
        RunResult simulated = simulate(asked, seed, polling);
        compareTotals(which, judged, simulated);
        compareTasks(which, judged, simulated.soc().table());
      }
    }
  }

  private static void compareTotals(String which, ReferenceResult judged, RunResult simulated) {
    // A run without a task has no makespan; the judge says 0.
    boolean empty = judged.runs().isEmpty();
    assertThat(simulated.good()).as(which).isTrue();
    assertThat(simulated.makespan())
        .as("makespan, %s", which)
        .isEqualTo(empty ? -1 : judged.makespan());
    assertThat(simulated.lastKernelEnd())
        .as("lastKernelEnd, %s", which)
        .isEqualTo(empty ? -1 : judged.lastKernelEnd());
    assertThat(simulated.cases())
        .as("cases, %s", which)
        .isEqualTo(
            Map.of(
                CompletionCase.A, (long) judged.a(),
                CompletionCase.B, (long) judged.b(),
                CompletionCase.C, (long) judged.c(),
                CompletionCase.D, (long) judged.d()));
    assertThat(simulated.loads()).as("loads, %s", which).isEqualTo(judged.loads());
    assertThat(simulated.guardLoads()).as("guardLoads, %s", which).isEqualTo(judged.guardLoads());
  }

  private static void compareTasks(String which, ReferenceResult judged, SubtaskTable table) {
    assertThat(IntStream.range(0, table.rows()).mapToObj(row -> kernel(table, row)))
        .as("kernels, %s", which)
        .isEqualTo(
            judged.runs().stream()
                .map(run -> new Kernel(run.core(), run.kernelStart(), run.kernelEnd()))
                .toList());
  }

  private record Kernel(int core, long start, long end) {}

  private static Kernel kernel(SubtaskTable table, int row) {
    return new Kernel(table.core(row), table.time(row, Time.START), table.time(row, Time.END));
  }

  /** The case with links of at least one tick: none of the chip's is faster. */
  private static ReferenceCase possible(ReferenceCase asked) {
    long store = Math.max(1, asked.storeVisible());
    long cond = Math.max(1, asked.condVisible());
    return Records.with(Records.with(asked, "storeVisible", store), "condVisible", cond);
  }

  private static RunResult simulate(ReferenceCase asked, long seed, Polling polling) {
    PlanFixture fixture =
        PlanFixture.reference()
            .polling(polling)
            .clusters(asked.cores())
            .schedulers(asked.schedulers())
            // All tasks are ready from the start: the pipeline pass finds nothing left to do.
            .pendingDispatch(seed % 2 == 0 ? PendingDispatch.SPIN : PendingDispatch.BOTH)
            .graph(
                PlanFixture.independent(
                    ResourceShape.AIC_ONLY, asked.tasks(), Ticks.ofPicos(asked.duration())))
            .mmio("load", Ticks.ofPicos(asked.load()))
            .mmio("storeIssue", Ticks.ofPicos(asked.storeIssue()))
            .mmio("storeVisible", Ticks.ofPicos(asked.storeVisible()))
            .mmio("condVisible", Ticks.ofPicos(asked.condVisible()))
            .aicpu("completion", Ticks.ofPicos(asked.completion()))
            .aicore("poll", Ticks.ofPicos(asked.poll()));
    splitDispatch(fixture, asked.dispatch(), new Random(seed));
    splitPickup(fixture, asked.pickup(), new Random(seed));
    return fixture.run();
  }

  /** What a dispatch costs before its guard, in two parts. */
  private static void splitDispatch(PlanFixture fixture, long dispatch, Random random) {
    long pop = (long) (random.nextDouble() * dispatch);
    fixture
        .aicpu("queuePop", Ticks.ofPicos(pop))
        .aicpu("payloadBuild", Ticks.ofPicos(dispatch - pop));
  }

  /** The way from the read of a new id to the ACK, in three parts. */
  private static void splitPickup(PlanFixture fixture, long pickup, Random random) {
    long invalidate = (long) (random.nextDouble() * pickup);
    long read = (long) (random.nextDouble() * (pickup - invalidate));
    fixture
        .aicore("invalidate", Ticks.ofPicos(invalidate))
        .aicore("payloadRead", Ticks.ofPicos(read))
        .aicore("ackWrite", Ticks.ofPicos(pickup - invalidate - read));
  }
}
