package io.ackfin.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.run.replay.HandMadeWay;
import io.ackfin.run.replay.Replay;
import io.ackfin.run.replay.Systems;
import io.ackfin.verify.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The timeline of a replay, read back as any other. */
@Tag("contract")
class ReplayTimelineTest {
  private static final List<Step> WAY = HandMadeWay.wholeRun().steps();

  @Test
  void aLaneShowsTheStepsOfTheWayInTheirOrder() throws IOException {
    List<JsonNode> steps = lane(TimelineFile.read(timeline()), "steps");

    assertThat(steps)
        .extracting(step -> step.get("name").asText())
        .containsExactlyElementsOf(WAY.stream().map(s -> s.who() + " " + s.what()).toList());
    for (int i = 0; i < WAY.size(); i++) {
      JsonNode step = steps.get(i);
      assertThat(step.get("args").get("id").asInt()).isEqualTo(i + 1);
      assertThat(TimelineFile.ticks(step.get("ts"))).isEqualTo(i * Replay.STEP_TICKS);
      assertThat(TimelineFile.ticks(step.get("dur"))).isEqualTo(Replay.STEP_TICKS);
    }
  }

  /** Task 1 starts in step 10 and ends in step 11; its dispatch leaves in step 4. */
  @Test
  void devicesShowTheirOwnLanesAsInAnyRun() throws IOException {
    TimelineFile file = TimelineFile.read(timeline());

    List<JsonNode> kernels = file.spans("kernel");
    assertThat(kernels).hasSize(1);
    assertThat(kernels.get(0).get("name").asText()).isEqualTo("task 1 AIC");
    assertThat(TimelineFile.ticks(kernels.get(0).get("ts"))).isEqualTo(10 * Replay.STEP_TICKS);
    assertThat(TimelineFile.ticks(kernels.get(0).get("dur"))).isEqualTo(Replay.STEP_TICKS);
    assertThat(file.events("s")).hasSize(1);
    assertThat(TimelineFile.ticks(file.events("s").get(0).get("ts")))
        .isEqualTo(4 * Replay.STEP_TICKS);
    assertThat(lane(file, "scheduler 0"))
        .extracting(span -> span.get("name").asText())
        .startsWith("BUILD_PAYLOAD", "STORE_POINTER", "FENCE", "STORE_ID")
        .endsWith("AWAIT_EXITED", "STORE_IDLE", "CLOSE_WINDOW");
  }

  @Test
  void spansOfALaneFollowOneAnother() throws IOException {
    TimelineFile file = TimelineFile.read(timeline());
    for (String lane : List.of("steps", "scheduler 0", "AIC")) {
      BigDecimal end = BigDecimal.ZERO;
      for (JsonNode span : lane(file, lane)) {
        assertThat(span.get("ts").decimalValue()).as(lane).isGreaterThanOrEqualTo(end);
        end = TimelineFile.end(span);
      }
      assertThat(end).as(lane).isPositive();
    }
  }

  @Test
  void equalWaysGiveEqualBytes() throws IOException {
    assertThat(timeline()).isEqualTo(timeline());
  }

  private static List<JsonNode> lane(TimelineFile file, String name) {
    int lane =
        file.events("M").stream()
            .filter(event -> event.get("name").asText().equals("thread_name"))
            .filter(event -> event.get("args").get("name").asText().equals(name))
            .mapToInt(event -> event.get("tid").asInt())
            .findFirst()
            .orElseThrow();
    return file.events("X").stream().filter(span -> span.get("tid").asInt() == lane).toList();
  }

  private static byte[] timeline() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Replay.of(Systems.of(Protocol.of(Variant.DUAL_SLOT), 1).build(), WAY).run(out);
    return out.toByteArray();
  }
}
