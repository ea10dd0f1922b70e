package io.ackfin.crosscheck.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.runtime.dispatch.DispatchResult;
import io.ackfin.runtime.dispatch.DispatchRun;
import io.ackfin.runtime.record.Lane;
import io.ackfin.runtime.record.Recording;
import io.ackfin.scenario.EffectiveScenario;
import io.ackfin.scenario.Scenario;
import io.ackfin.scenario.text.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was recorded is read back; what is no whole recording is refused, naming the file. */
@Tag("contract")
class RecordingFileTest {
  private static final Scenario SCENARIO = RealScenario.with();
  private static final RuntimePlan PLAN = RuntimePlans.of(SCENARIO);
  private static final String YAML = EffectiveScenario.toYaml(SCENARIO);
  private static final RecordedRun RUN = run();

  /** Where the first lane's number of records stands, behind what comes before it. */
  private static final int RECORDS =
      8 + 4 + 4 + YAML.getBytes(StandardCharsets.UTF_8).length + 1 + 4 + 4 + 4 + 11 + 8;

  @TempDir private Path folder;

  private static RecordedRun run() {
    DispatchResult result =
        DispatchRun.of(PLAN.spec().with(spec -> spec.recordsPerThread = 4_096), PLAN.graph()).run();
    Recording recording = result.recording().orElseThrow();
    assertThat(recording.complete()).isTrue();
    return new RecordedRun(PLAN, recording, true, "");
  }

  private static byte[] bytes(RecordedRun run, String scenario) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingFile.write(run, scenario, out);
    return out.toByteArray();
  }

  private RecordedRun read(byte[] bytes) throws IOException {
    return RecordingFile.read(Files.write(folder.resolve("r.gz"), bytes));
  }

  private void assertRefused(byte[] bytes, String problem) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(folder.resolve("r.gz") + ": recording: ")
        .hasMessageContaining(problem)
        .hasMessageContaining("(expected: ");
  }

  /** The same stream with a change to what was packed. */
  private static byte[] changed(byte[] packed, int at, int value) throws IOException {
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    ByteBuffer.wrap(plain).putInt(at, value);
    return packed(plain);
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    return out.toByteArray();
  }

  /** All that a lane tells, record by record. */
  private static List<String> told(Lane lane) {
    List<String> told = new ArrayList<>();
    for (int i = 0; i < lane.size(); i++) {
      told.add(
          "%s %d %d %d %d %d %d"
              .formatted(
                  lane.kind(i),
                  lane.detail(i),
                  lane.core(i),
                  lane.value(i),
                  lane.beginNs(i),
                  lane.endNs(i),
                  lane.extra(i)));
    }
    return told;
  }

  @Test
  void everyRecordIsReadBack() throws IOException {
    RecordedRun read = read(bytes(RUN, YAML));
    assertThat(read.finished()).isTrue();
    assertThat(read.why()).isEmpty();
    assertThat(read.plan().spec()).isEqualTo(PLAN.spec());
    assertThat(read.plan().protocol()).isEqualTo(PLAN.protocol());
    assertThat(read.plan().graph().tasks()).isEqualTo(PLAN.graph().tasks());
    assertThat(read.recording().size()).isGreaterThan(500);
    assertSame(read);
  }

  private static void assertSame(RecordedRun read) {
    List<Lane> lanes = RUN.recording().lanes();
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = read.recording().lanes().get(i);
      assertThat(lane.name()).isEqualTo(lanes.get(i).name());
      assertThat(told(lane)).isEqualTo(told(lanes.get(i)));
    }
  }

  @Test
  void howARunFailedIsReadBack() throws IOException {
    String why = "core 1 failed after 3 of 20 tasks: überhaupt";
    RecordedRun read = read(bytes(new RecordedRun(PLAN, RUN.recording(), false, why), YAML));
    assertThat(read.finished()).isFalse();
    assertThat(read.why()).isEqualTo(why);
  }

  /** What a gzip stream may lack without a reader's noticing would be lost without a word. */
  @Test
  void everyShortenedFileIsRefused() throws IOException {
    byte[] whole = bytes(RUN, YAML);
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      int length = i < 20 ? i : random.nextInt(whole.length);
      assertRefused(Arrays.copyOf(whole, length), length == 0 ? "" : "recording: ");
    }
    assertRefused(Arrays.copyOf(whole, whole.length - 1), "ends too early");
  }

  /** Some bits of a packed stream mean nothing, or the same as before. */
  @Test
  void everyDamagedFileIsRefusedUnlessNothingCameOfIt() throws IOException {
    byte[] whole = bytes(RUN, YAML);
    int refused = 0;
    for (int seed = 0; seed < 60; seed++) {
      byte[] damaged = whole.clone();
      // Behind the header, of which a reader of gzip streams skips some bytes unread.
      int at = 10 + new Random(seed).nextInt(whole.length - 10);
      damaged[at] ^= (byte) 0x10;
      try {
        assertSame(read(damaged));
      } catch (InvalidInputException e) {
        assertThat(e).hasMessageStartingWith(folder.resolve("r.gz") + ": recording: ");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(50);
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    byte[] whole = bytes(RUN, YAML);
    assertRefused("ackfin: 1\n".getBytes(StandardCharsets.UTF_8), "no gzip stream");
    assertRefused(packed("anything at all".getBytes(StandardCharsets.UTF_8)), "something else");
    assertRefused(changed(whole, 8, 2), "format 2 (expected: format 1, which this version reads)");
    assertThatThrownBy(() -> RecordingFile.read(folder.resolve("none.gz")))
        .hasMessageContaining("none.gz: recording: not found (expected: ");
    assertThatThrownBy(() -> RecordingFile.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not readable");
  }

  @Test
  void whatGoesOnBehindItsEndIsRefused() throws IOException {
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(bytes(RUN, YAML))).readAllBytes();
    assertRefused(packed(Arrays.copyOf(plain, plain.length + 1)), "goes on behind its end");
    ByteBuffer.wrap(plain).putInt(plain.length - 4, 7);
    assertRefused(packed(plain), "goes on behind its end");
  }

  @Test
  void aRecordingWithAGapIsRefused() throws IOException {
    DispatchResult small =
        DispatchRun.of(PLAN.spec().with(spec -> spec.recordsPerThread = 8), PLAN.graph()).run();
    Recording gap = small.recording().orElseThrow();
    assertRefused(
        bytes(new RecordedRun(PLAN, gap, true, ""), YAML),
        "records of scheduler 0 are lost (expected: a recording without gaps)");
  }

  @Test
  void aRecordingOfOtherThreadsThanItsScenariosIsRefused() throws IOException {
    String wider = EffectiveScenario.toYaml(RealScenario.with("soc.clusters=2"));
    assertRefused(bytes(RUN, wider), "6 lanes (expected: 10 lanes, as its scenario has threads)");
    List<Lane> swapped = new ArrayList<>(RUN.recording().lanes());
    swapped.add(2, swapped.remove(3));
    RecordedRun run = new RecordedRun(PLAN, new Recording(swapped), true, "");
    assertRefused(bytes(run, YAML), "lane 'core 1' (expected: lane 'core 0')");
  }

  @Test
  void recordsThatNoThreadMakesAreRefused() throws IOException {
    assertRefused(changed(bytes(RUN, YAML), RECORDS + 4, 0x7F000000), "scheduler 0: kind of");
    assertRefused(bytes(withFirst(3L << 32, 0, 0), YAML), "record 0 of core 3");
    assertRefused(bytes(withFirst(0, 5, 4), YAML), "record 0 ends before it begins");
  }

  private static RecordedRun withFirst(long head, long begin, long end) {
    List<Lane> lanes = new ArrayList<>(RUN.recording().lanes());
    lanes.set(0, Lane.of("scheduler 0", new long[] {head, begin, end, 0}, 0));
    return new RecordedRun(PLAN, new Recording(lanes), true, "");
  }

  @Test
  void aScenarioThatCannotBeRunIsRefusedWithItsPlace() {
    String without = YAML.replace("without: []", "without: [case-a]");
    assertThat(without).isNotEqualTo(YAML);
    assertThatThrownBy(() -> read(bytes(RUN, without)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageMatching("(?s).*r\\.gz \\(scenario\\):\\d+:\\d+: protocol\\.without: .*");
  }

  /** Nobody reads more than is there, however much a file announces. */
  @Test
  void announcedRecordsTakeNoMemory() throws IOException {
    byte[] whole = bytes(RUN, YAML);
    assertRefused(changed(whole, RECORDS, Integer.MAX_VALUE / 8), "ends too early");
    assertRefused(changed(whole, RECORDS, -1), "-1 records");
  }
}
