package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contract")
class SummaryJsonTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final WallTime WALL = new WallTime(1_500_000_400);
  private static final RunPlan PLAN = SmallRuns.mixed(Variant.DUAL_SLOT);

  @Test
  void fieldsStandInTheOrderOfTheFormat() throws IOException {
    JsonNode summary = read(text(SmallRuns.run(PLAN)));

    assertThat(fields(summary))
        .containsExactly(
            "format",
            "name",
            "seed",
            "ending",
            "makespanNs",
            "lastKernelEndNs",
            "tasks",
            "aicpu",
            "cases",
            "gapNs",
            "headOverheadNs",
            "tailOverheadNs",
            "guardSpinNs",
            "utilization",
            "overhead",
            "invariants",
            "events",
            "eventsPerSecond",
            "wallSeconds",
            "digest");
    assertThat(fields(summary.get("tasks"))).containsExactly("total", "completed");
    assertThat(fields(summary.get("aicpu")))
        .containsExactly(
            "loads", "guardLoads", "pollNs", "completeNs", "dispatchNs", "guardNs", "idleNs");
    assertThat(fields(summary.get("cases"))).containsExactly("A", "B", "C", "D");
    for (String spread : List.of("gapNs", "headOverheadNs", "tailOverheadNs")) {
      assertThat(fields(summary.get(spread))).containsExactly("mean", "p50", "p90", "p99", "max");
    }
    assertThat(fields(summary.get("utilization"))).containsExactly("aic", "aiv", "aicpu");
    assertThat(fields(summary.get("overhead"))).containsExactly("aic", "aiv", "all", "has");
    assertThat(summary.get("invariants")).hasSize(7);
    assertThat(fields(summary.get("invariants").get(0)))
        .containsExactly("name", "held", "firstViolation");
  }

  @Test
  void figuresAreThoseOfTheResult() throws IOException {
    RunResult result = SmallRuns.run(PLAN);
    JsonNode summary = read(text(result));

    assertThat(summary.get("format").asInt()).isEqualTo(1);
    assertThat(summary.get("name").asText()).isEqualTo("mixed dual-slot");
    assertThat(summary.get("ending").asText()).isEqualTo("finished");
    assertThat(ticks(summary.get("makespanNs"))).isEqualTo(result.makespan());
    assertThat(ticks(summary.get("lastKernelEndNs"))).isEqualTo(result.lastKernelEnd());
    assertThat(ticks(summary.get("gapNs").get("p90"))).isEqualTo(result.latencies().gap().p90());
    assertThat(ticks(summary.get("headOverheadNs").get("max")))
        .isEqualTo(result.latencies().head().max());
    assertThat(ticks(summary.get("tailOverheadNs").get("mean")))
        .isEqualTo(result.latencies().tail().mean());
    assertThat(summary.get("guardSpinNs")).isEqualTo(summary.get("aicpu").get("guardNs"));
    assertThat(summary.get("aicpu").get("guardLoads").asLong()).isEqualTo(result.guardLoads());
    assertThat(summary.get("utilization").get("aic").doubleValue())
        .isBetween(result.shares().aic() - 1e-6, result.shares().aic() + 1e-6);
    assertThat(summary.get("cases").get("B").asLong()).isPositive();
    assertThat(summary.get("digest").asText()).isEqualTo(result.digest());
    assertThat(summary.get("wallSeconds").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(summary.get("eventsPerSecond").asLong())
        .isEqualTo(Math.round(result.events() / 1.5000004));
  }

  @Test
  void everyTimeHasThreeDecimalsAndNoExponent() throws IOException {
    List<String> times =
        text(SmallRuns.run(PLAN))
            .lines()
            .filter(line -> line.matches(" *\"(\\w+Ns|mean|p50|p90|p99|max)\" : [^{]*"))
            .toList();

    assertThat(times).hasSizeGreaterThan(20).allMatch(line -> line.matches(".* : \\d+\\.\\d{3},?"));
  }

  @Test
  void whatWasNotMeasuredIsNull() throws IOException {
    JsonNode summary = read(text(SmallRuns.run(SmallRuns.until(PLAN, 1_000))));

    assertThat(summary.get("ending").asText()).isEqualTo("limit reached");
    assertThat(summary.get("why").asText()).contains("limit");
    assertThat(summary.get("waiting").get(0).asText()).startsWith("scheduler 0: ");
    assertThat(summary.get("tasks").get("completed").asInt()).isZero();
    for (String field : List.of("makespanNs", "lastKernelEndNs", "gapNs", "headOverheadNs")) {
      assertThat(summary.get(field).isNull()).as(field).isTrue();
    }
    assertThat(read(text(SmallRuns.run(PLAN), new WallTime(0))).get("eventsPerSecond").isNull())
        .isTrue();
  }

  @Test
  void aViolationSaysWhenAndHow() throws IOException {
    Protocol broken = Protocol.of(Variant.DUAL_SLOT).without(Protection.SLOT_FLIP);
    JsonNode summary = read(text(SmallRuns.run(SmallRuns.mixed(broken, 1))));

    JsonNode slotStable = summary.get("invariants").get(2);
    assertThat(slotStable.get("name").asText()).isEqualTo("slot-stable");
    assertThat(slotStable.get("held").asBoolean()).isFalse();
    assertThat(slotStable.get("firstViolation").get("atNs").decimalValue()).isPositive();
    assertThat(slotStable.get("firstViolation").get("message").asText()).contains("task ");
  }

  @Test
  void aRunWithoutTasksHasNothingToMeasure() throws IOException {
    JsonNode summary = read(text(SmallRuns.run(SmallRuns.nothing())));

    assertThat(summary.get("ending").asText()).isEqualTo("finished");
    assertThat(summary.get("makespanNs").isNull()).isTrue();
    assertThat(summary.get("utilization").get("aic").isNull()).isTrue();
    assertThat(summary.get("overhead").get("has").isNull()).isTrue();
  }

  private static long ticks(JsonNode nanoseconds) {
    return nanoseconds.decimalValue().multiply(BigDecimal.valueOf(1_000)).longValueExact();
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String text(RunResult result) throws IOException {
    return text(result, WALL);
  }

  private static String text(RunResult result, WallTime wall) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SummaryJson.write(result, wall, bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode read(String text) throws IOException {
    return MAPPER.readTree(text);
  }
}
