package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.time.Ticks;
import io.ackfin.device.aicpu.Activity;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contract")
class StatsCsvTest {
  private static final RunPlan PLAN = SmallRuns.mixed(Protocol.of(Variant.DUAL_SLOT), 2);
  private static final RunResult RESULT = SmallRuns.run(PLAN);

  private static CsvFile stats(RunResult result) throws IOException {
    return CsvFile.of(out -> StatsCsv.write(result, out));
  }

  @Test
  void everyFigureOfAComponentStandsOnce() throws IOException {
    CsvFile stats = stats(RESULT);

    assertThat(stats.lines().get(0).keySet())
        .containsExactly("run", "component", "kind", "statistic", "unit", "value");
    assertThat(stats.lines())
        .extracting(line -> line.get("component") + line.get("kind") + line.get("statistic"))
        .doesNotHaveDuplicates();
    assertThat(stats.lines()).extracting(line -> line.get("run")).containsOnly("mixed dual-slot");
    assertThat(stats.lines())
        .extracting(line -> line.get("component"))
        .containsSubsequence(
            "run",
            "scheduler 0",
            "scheduler 1",
            "cluster 0 AIC",
            "cluster 0 AIV0",
            "cluster 1 AIV1");
  }

  @Test
  void threadsAddUpToTheRun() throws IOException {
    CsvFile stats = stats(RESULT);

    List<BigDecimal> loads = values(stats, "count", "loads");
    assertThat(loads.get(0)).isEqualByComparingTo(loads.get(1).add(loads.get(2)));
    for (Activity activity : Activity.values()) {
      assertThat(sum(values(stats, "time", activity.toString())))
          .as("%s", activity)
          .isEqualByComparingTo(Ticks.nanoseconds(RESULT.activities().get(activity)));
    }
  }

  @Test
  void coresAddUpToTheWorkload() throws IOException {
    CsvFile stats = stats(RESULT);
    long duration =
        IntStream.range(0, PLAN.graph().subtasks()).mapToLong(PLAN.graph()::duration).sum();

    assertThat(sum(values(stats, "count", "kernels")))
        .isEqualByComparingTo(BigDecimal.valueOf(PLAN.graph().subtasks()));
    assertThat(sum(values(stats, "time", "busy")))
        .isEqualByComparingTo(Ticks.nanoseconds(duration));
    BigDecimal cubes =
        value(stats, "cluster 0 AIC", "utilization")
            .add(value(stats, "cluster 1 AIC", "utilization"));
    assertThat(cubes.doubleValue())
        .isBetween(RESULT.shares().aic() * 2 - 2e-6, RESULT.shares().aic() * 2 + 2e-6);
  }

  @Test
  void casesAndSpreadsAreThoseOfTheResult() throws IOException {
    CsvFile stats = stats(RESULT);

    assertThat(values(stats, "case", "B"))
        .containsExactly(BigDecimal.valueOf(RESULT.cases().get(CompletionCase.B)));
    assertThat(values(stats, "headOverhead", "p99"))
        .containsExactly(Ticks.nanoseconds(RESULT.latencies().head().p99()));
    assertThat(values(stats, "gap", "count"))
        .containsExactly(BigDecimal.valueOf(RESULT.latencies().gap().count()));
  }

  @Test
  void whatWasNotMeasuredHasNoLine() throws IOException {
    CsvFile stats = stats(SmallRuns.run(SmallRuns.nothing()));

    assertThat(values(stats, "gap", "count")).containsExactly(BigDecimal.ZERO);
    assertThat(values(stats, "gap", "p50")).isEmpty();
    assertThat(values(stats, "time", "makespan")).isEmpty();
    assertThat(stats.where("kind", "utilization")).isEmpty();
    assertThat(stats.where("statistic", "utilization")).isEmpty();
    CsvFile cutOff = stats(SmallRuns.run(SmallRuns.until(PLAN, 40_000_000)));
    assertThat(cutOff.where("kind", "utilization")).hasSize(3);
    assertThat(cutOff.where("statistic", "utilization")).isEmpty();
  }

  private static BigDecimal value(CsvFile stats, String component, String statistic) {
    return stats.where("component", component).stream()
        .filter(line -> line.get("statistic").equals(statistic))
        .map(line -> new BigDecimal(line.get("value")))
        .findFirst()
        .orElseThrow();
  }

  private static List<BigDecimal> values(CsvFile stats, String kind, String statistic) {
    return stats.where("kind", kind).stream()
        .filter((Map<String, String> line) -> line.get("statistic").equals(statistic))
        .map(line -> new BigDecimal(line.get("value")))
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
