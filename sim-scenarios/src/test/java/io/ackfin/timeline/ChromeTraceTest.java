package io.ackfin.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ackfin.core.trace.Lanes;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.output.SmallRuns;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timelines of real runs, and of traces made by hand, read back. */
@Tag("contract")
class ChromeTraceTest {
  private static final RunPlan PLAN = SmallRuns.mixed(Protocol.of(Variant.DUAL_SLOT), 2);

  @ParameterizedTest
  @EnumSource(Variant.class)
  void spansOfALaneNeverOverlap(Variant variant) throws IOException {
    Timeline timeline = timeline(SmallRuns.mixed(variant), TraceLevel.FULL, TraceWindow.ALL);

    assertThat(timeline.lanes()).hasSizeGreaterThanOrEqualTo(4);
    timeline.lanes().values().forEach(ChromeTraceTest::assertInARow);
  }

  private static void assertInARow(List<JsonNode> spans) {
    for (int i = 1; i < spans.size(); i++) {
      JsonNode before = spans.get(i - 1);
      JsonNode span = spans.get(i);
      assertThat(TimelineFile.end(before))
          .as("end of %s", before)
          .isLessThanOrEqualTo(span.get("ts").decimalValue());
      // As a viewer sees it that keeps whole nanoseconds: it would drop one of the two.
      assertThat(
              TimelineFile.cutNanoseconds(before.get("ts"))
                  + TimelineFile.cutNanoseconds(before.get("dur")))
          .as("nanosecond in which %s ends", before)
          .isLessThanOrEqualTo(TimelineFile.cutNanoseconds(span.get("ts")));
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyKernelIsASpanOfItsExactTimes(Variant variant) throws IOException {
    RunPlan plan = SmallRuns.mixed(variant);
    Timeline timeline = timeline(plan, TraceLevel.FULL, TraceWindow.ALL);

    List<JsonNode> kernels = timeline.file().spans("kernel");
    assertThat(kernels).hasSize(plan.graph().subtasks());
    for (JsonNode kernel : kernels) {
      int subtask = kernel.get("args").get("subtask").asInt();
      long start = timeline.result().soc().table().time(subtask, Time.START);
      assertThat(kernel.get("name").asText()).isEqualTo("subtask " + subtask);
      assertThat(TimelineFile.ticks(kernel.get("ts"))).isEqualTo(start);
      assertThat(TimelineFile.ticks(kernel.get("dur"))).isEqualTo(plan.graph().duration(subtask));
    }
  }

  @Test
  void processesAndThreadsHaveTheNamesAndTheOrderOfTheLanes() throws IOException {
    Timeline timeline = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL);

    assertThat(metadata(timeline.file(), "process_name", "name"))
        .containsExactly("1=AICPU", "2=cluster 0", "3=cluster 1");
    assertThat(metadata(timeline.file(), "process_sort_index", "sort_index"))
        .containsExactly("1=1", "2=2", "3=3");
    assertThat(metadata(timeline.file(), "thread_name", "name"))
        .containsExactly(
            "1=scheduler 0",
            "1=scheduler 1",
            "2=AIC",
            "2=AIV0",
            "2=AIV1",
            "3=AIC",
            "3=AIV0",
            "3=AIV1");
    assertThat(metadata(timeline.file(), "thread_sort_index", "sort_index"))
        .containsExactly("1=1", "1=2", "2=3", "2=4", "2=5", "3=6", "3=7", "3=8");
  }

  private static List<String> metadata(TimelineFile file, String name, String argument) {
    return file.events("M").stream()
        .filter(event -> event.get("name").asText().equals(name))
        .map(e -> e.get("pid").asInt() + "=" + e.get("args").get(argument).asText())
        .toList();
  }

  @Test
  void everyEventHasWhatViewersAskFor() throws IOException {
    Timeline timeline = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL);

    assertThat(timeline.file().document().get("displayTimeUnit").asText()).isEqualTo("ns");
    for (JsonNode event : timeline.file().document().get("traceEvents")) {
      assertThat(event.get("ph").asText()).isIn("M", "X", "i", "C", "s", "f");
      assertThat(event.get("pid").isInt() && event.get("tid").isInt()).as("%s", event).isTrue();
      assertThat(event.get("name").asText()).isNotBlank();
      if (!event.get("ph").asText().equals("M")) {
        assertThat(event.get("ts").isNumber()).as("%s", event).isTrue();
      }
    }
  }

  @Test
  void theCoresAloneAreShownByTasks() throws IOException {
    Timeline timeline = timeline(PLAN, TraceLevel.TASKS, TraceWindow.ALL);

    assertThat(metadata(timeline.file(), "process_name", "name"))
        .containsExactly("1=cluster 0", "2=cluster 1");
    assertThat(timeline.file().spans("kernel")).hasSize(PLAN.graph().subtasks());
    assertThat(timeline.file().spans("dispatch")).isEmpty();
    assertThat(timeline.file().events("s")).isEmpty();
    assertThat(timeline.file().events("f")).isEmpty();
  }

  @Test
  void whatLiesOutsideTheWindowIsLeftOut() throws IOException {
    TimelineFile all = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL).file();
    TraceWindow window = new TraceWindow(60_000_000, 90_000_000);
    TimelineFile part = timeline(PLAN, TraceLevel.FULL, window).file();

    List<JsonNode> inside =
        all.events("X").stream()
            .filter(span -> begin(span) <= window.to() && lastTick(span) >= window.from())
            .toList();
    assertThat(inside).hasSizeBetween(10, all.events("X").size() - 10);
    assertThat(part.events("X")).containsExactlyElementsOf(inside);
  }

  private static long begin(JsonNode span) {
    return TimelineFile.ticks(span.get("ts"));
  }

  private static long lastTick(JsonNode span) {
    return begin(span) + TimelineFile.ticks(span.get("dur"));
  }

  @Test
  void everyDispatchIsAnArrowThatArrivesAfterItLeft() throws IOException {
    TimelineFile file = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL).file();

    Map<Long, Long> left = ticksById(file.events("s"));
    Map<Long, Long> arrived = ticksById(file.events("f"));
    assertThat(left).hasSize(PLAN.graph().subtasks());
    assertThat(arrived.keySet()).isEqualTo(left.keySet());
    arrived.forEach((id, tick) -> assertThat(tick).isGreaterThan(left.get(id)));
  }

  private static Map<Long, Long> ticksById(List<JsonNode> ends) {
    return ends.stream()
        .collect(Collectors.toMap(end -> end.get("id").asLong(), ChromeTraceTest::begin));
  }

  @Test
  void anArrowIsWrittenOnlyIfBothOfItsEndsAreInTheWindow() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChromeTrace trace = byHand(bytes, new TraceWindow(100, 200))) {
      trace.flowStart(0, "dispatch", 99, 1);
      trace.flowStart(0, "dispatch", 100, 2);
      trace.flowStart(0, "dispatch", 150, 3);
      trace.flowStart(0, "dispatch", 160, 4);
      trace.flowEnd(1, "dispatch", 150, 1);
      trace.flowEnd(1, "dispatch", 200, 2);
      trace.flowEnd(1, "dispatch", 201, 3);
      trace.flowEnd(1, "release", 170, 4);
      trace.flowEnd(1, "dispatch", 180, 5);
    }
    TimelineFile file = TimelineFile.read(bytes.toByteArray());

    assertThat(file.events("s"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"ph\":\"s\",\"pid\":1,\"tid\":1,\"cat\":\"flow\",\"name\":\"dispatch\","
                + "\"ts\":0.0001,\"id\":1}");
    assertThat(file.events("f"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"ph\":\"f\",\"pid\":2,\"tid\":2,\"cat\":\"flow\",\"name\":\"dispatch\","
                + "\"ts\":0.0002,\"id\":1,\"bp\":\"e\"}");
  }

  @Test
  void instantsAndLevelsStandOnTheirLanes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChromeTrace trace = byHand(bytes, new TraceWindow(0, 2_000_000))) {
      trace.instant(0, "stop", 1_500_000, 9);
      trace.instant(0, "stop", 2_000_001, 9);
      trace.counter(1, "depth", 2_000_000, -3);
      trace.counter(1, "depth", 2_000_001, 4);
    }
    TimelineFile file = TimelineFile.read(bytes.toByteArray());

    assertThat(file.events("i"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"ph\":\"i\",\"pid\":1,\"tid\":1,\"cat\":\"stop\",\"name\":\"stop\","
                + "\"ts\":1.5,\"s\":\"t\",\"args\":{\"id\":9}}");
    assertThat(file.events("C"))
        .extracting(Object::toString)
        .containsExactly(
            "{\"ph\":\"C\",\"pid\":2,\"tid\":2,\"cat\":\"counter\",\"name\":\"AIC depth\","
                + "\"ts\":2,\"args\":{\"value\":-3}}");
  }

  @Test
  void aTraceThatNeverStartedIsAnEmptyTimeline() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ChromeTrace(bytes, TraceLevel.FULL, TraceWindow.ALL, id -> "").close();

    assertThat(TimelineFile.read(bytes.toByteArray()).document().get("traceEvents")).isEmpty();
  }

  @Test
  void equalRunsGiveEqualBytesWithoutATimeOfDay() throws IOException {
    byte[] first = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL).bytes().toByteArray();
    byte[] second = timeline(PLAN, TraceLevel.FULL, TraceWindow.ALL).bytes().toByteArray();

    assertThat(second).isEqualTo(first);
    // Bytes 4 to 7 of a gzip file are the time at which it was made.
    assertThat(List.of(first[4], first[5], first[6], first[7])).containsOnly((byte) 0);
  }

  @Test
  void aFailureEndsTheTimelineAndNotTheRun() throws IOException {
    FullDisk disk = new FullDisk(1_000);
    ChromeTrace trace =
        new ChromeTrace(disk, TraceLevel.FULL, TraceWindow.ALL, id -> "subtask " + id);

    RunResult result = SmallRuns.run(SmallRuns.mixed(Variant.SINGLE_SLOT), trace);

    assertThat(result.good()).isTrue();
    assertThatThrownBy(trace::close).isInstanceOf(IOException.class).hasMessage("disk full");
    assertThat(disk.closed).isTrue();
  }

  /** A stream that takes so many bytes and no more. */
  private static final class FullDisk extends OutputStream {
    private int room;
    private boolean closed;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void write(int value) throws IOException {
      if (room-- <= 0) {
        throw new IOException("disk full");
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Timeline(RunResult result, ByteArrayOutputStream bytes, TimelineFile file) {
    /** The spans of each lane, by begin. */
    Map<Integer, List<JsonNode>> lanes() {
      return file.events("X").stream()
          .sorted(Comparator.comparing(ChromeTraceTest::begin))
          .collect(
              Collectors.groupingBy(e -> e.get("tid").asInt(), TreeMap::new, Collectors.toList()));
    }
  }

  private static Timeline timeline(RunPlan plan, TraceLevel level, TraceWindow window)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ChromeTrace trace = new ChromeTrace(bytes, level, window, id -> "subtask " + id);
    RunResult result = SmallRuns.run(plan, trace);
    trace.close();
    return new Timeline(result, bytes, TimelineFile.read(bytes.toByteArray()));
  }

  private static ChromeTrace byHand(OutputStream out, TraceWindow window) throws IOException {
    Lanes lanes = new Lanes();
    lanes.declare("AICPU", "scheduler 0");
    lanes.declare("cluster 0", "AIC");
    ChromeTrace trace = new ChromeTrace(out, TraceLevel.FULL, window, id -> "subtask " + id);
    trace.start(lanes);
    return trace;
  }
}
