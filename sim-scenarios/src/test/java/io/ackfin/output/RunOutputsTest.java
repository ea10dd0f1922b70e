package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ackfin.handshake.Variant;
import io.ackfin.run.Run;
import io.ackfin.run.RunPlan;
import io.ackfin.run.RunResult;
import io.ackfin.run.RunWatcher;
import io.ackfin.timeline.TraceLevel;
import io.ackfin.timeline.TraceWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("contract")
class RunOutputsTest {
  private static final RunPlan PLAN = SmallRuns.mixed(Variant.DUAL_SLOT);
  private static final String SCENARIO = "ackfin: 1\nname: mixed dual-slot\n";

  @TempDir Path directory;

  @Test
  void aRunLeavesAllItsFiles() throws IOException {
    Path folder = outputs("run", PLAN, TraceLevel.FULL, new WallTime(2_000_000));

    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            "manifest.json",
            "scenario.effective.yaml",
            "stats.csv",
            "tasks.csv",
            "timeline.json.gz",
            "summary.json");
    assertThat(folder.resolve("scenario.effective.yaml")).hasContent(SCENARIO);
  }

  @Test
  void theManifestSaysHowTheRunWasMade() throws IOException {
    Path folder = outputs("run", PLAN, TraceLevel.NONE, new WallTime(2_000_000));

    assertThat(folder.resolve("manifest.json"))
        .hasContent(
            """
            {
              "format" : 1,
              "toolVersion" : "0.1.0",
              "javaVersion" : "17.0.1",
              "seed" : 7,
              "scenarioHash" : "abc",
              "commandLine" : [
                "run",
                "a \\"b\\".yaml"
              ],
              "startTime" : "2026-01-02T03:04:05Z",
              "wallSeconds" : 0.002000
            }
            """);
  }

  @Test
  void withoutATimelineNobodyListens() throws IOException {
    RunFolder folder = RunFolder.at(directory.resolve("run"), false);
    try (RunOutputs outputs = RunOutputs.open(folder, PLAN, TraceLevel.NONE, TraceWindow.ALL)) {
      assertThat(outputs.listeners()).isEmpty();
    }
    Path written = outputs("other", PLAN, TraceLevel.NONE, new WallTime(1));
    assertThat(names(written)).doesNotContain("timeline.json.gz").hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  @Tag("property")
  void theSamePlanGivesTheSameBytesInAnyLocale(Variant variant) throws IOException {
    RunPlan plan = SmallRuns.mixed(variant);
    Path first = outputs("first", plan, TraceLevel.FULL, new WallTime(3_000_000));
    Locale before = Locale.getDefault();
    Path second;
    List<String> screen = screen(plan, first);
    try {
      // Writes digits of its own, and a comma for the point.
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      second = outputs("second", plan, TraceLevel.FULL, new WallTime(4_000_000));
      assertThat(screen(plan, first)).isEqualTo(screen);
      assertThat(RunFolder.numbered(directory, "a").path()).isEqualTo(directory.resolve("0001-a"));
    } finally {
      Locale.setDefault(before);
    }

    for (String file : List.of("stats.csv", "tasks.csv", "timeline.json.gz")) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
    assertThat(withoutWall(second)).isEqualTo(withoutWall(first));
  }

  private static List<String> screen(RunPlan plan, Path folder) {
    return ConsoleSummary.of(SmallRuns.run(plan), new WallTime(3_000_000), folder);
  }

  private static List<String> withoutWall(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("summary.json"));
    List<String> rest =
        lines.stream()
            .filter(line -> !line.contains("\"wallSeconds\"") && !line.contains("PerSecond\""))
            .toList();
    assertThat(rest).hasSize(lines.size() - 2);
    return rest;
  }

  @Test
  void aRunThatWasCutOffLeavesWhatThereIs() throws IOException {
    RunPlan plan = SmallRuns.until(PLAN, 40_000_000);
    Path folder = outputs("run", plan, TraceLevel.FULL, new WallTime(1));

    JsonNode summary = new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
    assertThat(summary.get("ending").asText()).isEqualTo("limit reached");
    assertThat(summary.get("tasks").get("completed").asInt()).isBetween(1, 49);
    assertThat(names(folder)).hasSize(6);
  }

  @Test
  void outputsThatWereNotFinishedLeaveNothing() {
    RunFolder folder = RunFolder.at(directory.resolve("run"), false);
    try (RunOutputs outputs = RunOutputs.open(folder, PLAN, TraceLevel.FULL, TraceWindow.ALL)) {
      new Run(PLAN, outputs.listeners()).execute(RunWatcher.NONE);
      assertThat(folder.path().resolve("timeline.json.gz.part")).exists();
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileThatTheDiskHasNoRoomForIsNamedAndNothingIsLeft() throws IOException {
    RunFolder folder = RunFolder.at(directory.resolve("run"), false);
    noRoomFor(folder, RunFile.TASKS);
    try (RunOutputs outputs = RunOutputs.open(folder, PLAN, TraceLevel.NONE, TraceWindow.ALL)) {
      RunResult result = SmallRuns.run(PLAN);
      assertThatThrownBy(() -> outputs.finish(result, SCENARIO, manifest(new WallTime(1))))
          .isInstanceOf(OutputException.class)
          .hasMessageStartingWith(folder.path().resolve("tasks.csv") + ": No space left on device");
    }

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void theOtherFilesSurviveATimelineThatTheDiskHasNoRoomFor() throws IOException {
    RunFolder folder = RunFolder.at(directory.resolve("run"), false);
    noRoomFor(folder, RunFile.TIMELINE);
    try (RunOutputs outputs = RunOutputs.open(folder, PLAN, TraceLevel.FULL, TraceWindow.ALL)) {
      RunResult result = new Run(PLAN, outputs.listeners()).execute(RunWatcher.NONE);
      assertThatThrownBy(() -> outputs.finish(result, SCENARIO, manifest(new WallTime(1))))
          .isInstanceOf(OutputException.class)
          .hasMessageContaining("timeline.json.gz: No space left on device");
    }

    assertThat(names(folder.path())).hasSize(5).contains("summary.json");
  }

  /** Lets a file of a folder go to the device of this system that is always full. */
  private static void noRoomFor(RunFolder folder, RunFile file) throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Files.createSymbolicLink(folder.path().resolve(file + ".part"), full);
  }

  private Path outputs(String name, RunPlan plan, TraceLevel level, WallTime wall) {
    RunFolder folder = RunFolder.at(directory.resolve(name), false);
    try (RunOutputs outputs = RunOutputs.open(folder, plan, level, TraceWindow.ALL)) {
      RunResult result = new Run(plan, outputs.listeners()).execute(RunWatcher.NONE);
      outputs.finish(result, SCENARIO, manifest(wall));
    }
    return folder.path();
  }

  private static Manifest manifest(WallTime wall) {
    return new Manifest(
        "0.1.0",
        "17.0.1",
        7,
        "abc",
        List.of("run", "a \"b\".yaml"),
        Instant.parse("2026-01-02T03:04:05Z"),
        wall);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
