package io.ackfin.output;

import static io.ackfin.crosscheck.CrossCheckResultTest.judgement;
import static io.ackfin.crosscheck.CrossCheckResultTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.timing.TimelineComparison;
import io.ackfin.crosscheck.timing.TimelineComparison.Figure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people and scripts get of a cross-check. */
@Tag("contract")
class CrossCheckOutputTest {
  private static final WallTime WALL = new WallTime(1_500_000_000L);

  private static CrossChecked checked(CrossCheckResult result) {
    return new CrossChecked(result, List.of(), List.of(), List.of(), WALL);
  }

  private static String text(CrossChecked checked) {
    return String.join("\n", CrossCheckText.of(checked, Path.of("out"))) + "\n";
  }

  private static JsonNode json(CrossChecked checked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CrossCheckJson.write(checked, out);
    return new ObjectMapper().readTree(out.toByteArray());
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void agreementIsToldWithWhatWasCompared() {
    assertThat(text(checked(result(judgement(0, 0, 0, 0)))))
        .isEqualTo(
            """
            some: model and runtime agree
              rounds         2 of 3 in 1.500 s, 1 not judged as their recordings have gaps
              decisions      10 compared, no difference
              registers      10 compared, no difference
              inclusion      10 compared, no difference
              invariants     10 compared, no difference
              cases          A 1   B 2   C 3   D 4   all in 1 of 2 rounds
              coverage       guard waits 4   FIN-skips 5   hand-overs 6   edges 1 of 2
                             never scheduler HOME -> POLL
              timeline       not comparable: not timed
              files          out
            """);
  }

  @Test
  void differencesAreToldWithTheFirstOfEachCheck() {
    CrossCheckResult result = result(judgement(0, 1_000, 2, 0));
    CrossChecked checked =
        new CrossChecked(result, List.of(), List.of("slot-flip"), List.of("mind this"), WALL);
    assertThat(text(checked))
        .startsWith("some: DIFFERENT in 1,002 places (built in: slot-flip)\n")
        .contains("\n  registers      10 compared, 1,000 DIFFERENT\n")
        .contains("\n  note           mind this\n")
        .endsWith(
            """

            registers: it differs
              in check 1

            inclusion: it differs
              in check 2
            """);
  }

  @Test
  void failedRunsAreTold() {
    assertThat(text(checked(result(judgement(0, 0, 0, 0), "round 2: core 1 failed"))))
        .startsWith("some: VIOLATED\n")
        .contains("\n  failed         round 2: core 1 failed\n");
    String waits = "; core 0 to end dispatch 7".repeat(5);
    assertThat(text(checked(result(judgement(0, 0, 0, 0), "round 1: it waited" + waits))))
        .contains(
            "\n  failed         round 1: it waited; core 0 to end dispatch 7; core 0 to end"
                + " dispatch 7;\n                 core 0 to end dispatch 7; core 0 to");
  }

  @Test
  void nothingComparedIsNoAgreement() {
    CrossCheckResult nothing = CrossCheckResult.together("some", List.of());
    assertThat(text(checked(nothing)))
        .startsWith("some: NOTHING COMPARED by some check, so nothing is known\n");
  }

  @Test
  void timesAreToldOnBothSides() {
    TimelineComparison compared =
        new TimelineComparison(
            true, "", List.of(new Figure("makespan", 2_000, 2_100, 5), nan("gap")));
    CrossCheckResult result = result(judgement(0, 0, 0, 0)).timed(compared);
    assertThat(text(checked(result)))
        .contains(
            "  timeline       makespan     real 2,000.00 (2,000.00 to 2,000.00)   simulated 2,100.00"
                + "   error +5.00 %\n");
    assertThat(result.worstErrorPct()).isEqualTo(5);
  }

  private static Figure nan(String name) {
    return new Figure(name, Double.NaN, 3, Double.NaN);
  }

  @Test
  void jsonHasTheKeysThatScriptsAskFor() throws IOException {
    JsonNode json = json(checked(result(judgement(0, 3, 0, 0))));
    assertThat(keys(json))
        .containsExactly(
            "format",
            "name",
            "verdict",
            "faults",
            "wanted",
            "rounds",
            "roundsWithAllCases",
            "unjudged",
            "interrupted",
            "failures",
            "compared",
            "differences",
            "checks",
            "cases",
            "coverage",
            "timeline",
            "notes",
            "seconds");
    assertThat(json.get("verdict").textValue()).isEqualTo("differs");
    assertThat(json.get("rounds").intValue()).isEqualTo(2);
    assertThat(json.get("compared").longValue()).isEqualTo(40);
    assertThat(json.get("differences").longValue()).isEqualTo(3);
    assertThat(json.get("checks").get(0).toString())
        .isEqualTo("{\"name\":\"decisions\",\"compared\":10,\"differences\":0,\"first\":null}");
    assertThat(json.get("checks").get(1).get("first").textValue())
        .isEqualTo("it differs\nin check 1");
    assertThat(json.get("cases").toString()).isEqualTo("{\"A\":1,\"B\":2,\"C\":3,\"D\":4}");
    assertThat(json.get("coverage").toString())
        .isEqualTo(
            "{\"guardWaits\":4,\"finSkips\":5,\"handOvers\":6,\"edgesTaken\":1,"
                + "\"edgesNeverTaken\":[\"scheduler HOME -> POLL\"]}");
    assertThat(json.get("timeline").toString())
        .isEqualTo(
            "{\"comparable\":false,\"why\":\"not timed\",\"makespanErrorPct\":null,"
                + "\"gapErrorPct\":null,\"headOverheadErrorPct\":null,"
                + "\"tailOverheadErrorPct\":null,\"coreOrderErrorPct\":null,\"figures\":[]}");
  }

  /** 0 would look like a perfect prediction. */
  @Test
  void whatWasNotMeasuredIsNull() throws IOException {
    TimelineComparison compared =
        new TimelineComparison(
            true, "", List.of(new Figure("makespan", 2_000, 2_100, 5), nan("gap")));
    JsonNode timeline =
        json(checked(result(judgement(0, 0, 0, 0)).timed(compared))).get("timeline");
    assertThat(timeline.get("why").isNull()).isTrue();
    assertThat(timeline.get("makespanErrorPct").doubleValue()).isEqualTo(5.0);
    assertThat(timeline.get("gapErrorPct").isNull()).isTrue();
    assertThat(timeline.get("tailOverheadErrorPct").isNull()).isTrue();
    JsonNode gap = timeline.get("figures").get(1);
    assertThat(keys(gap)).containsExactly("name", "real", "low", "high", "simulated", "errorPct");
    assertThat(gap.get("real").isNull()).isTrue();
    assertThat(gap.get("simulated").doubleValue()).isEqualTo(3);
    assertThat(gap.get("errorPct").isNull()).isTrue();
  }

  @Test
  void aSuiteTellsEachPart() throws IOException {
    List<CrossCheckResult> parts = List.of(result(judgement(0, 0, 0, 0)));
    CrossChecked suite =
        new CrossChecked(
            CrossCheckResult.together("suite", parts), parts, List.of(), List.of(), WALL);
    assertThat(text(suite))
        .startsWith("some " + " ".repeat(28) + "agrees        2 rounds           40 compared   A 1")
        .contains("\nsuite: model and runtime agree\n");
    assertThat(json(suite).get("parts").get(0).get("verdict").textValue()).isEqualTo("agrees");
  }
}
