package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Answer;
import io.ackfin.verify.BoundedSystem;
import io.ackfin.verify.Counterexample;
import io.ackfin.verify.Explorer;
import io.ackfin.verify.ExplorerOptions;
import io.ackfin.verify.SearchWatcher;
import io.ackfin.verify.Step;
import io.ackfin.verify.SystemBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class AnswerFilesTest {
  private static final BoundedSystem SYSTEM =
      SystemBuilder.of(Protocol.of(Variant.DUAL_SLOT).without(Protection.SLOT_FLIP))
          .tasks(2)
          .build();
  private static final ExplorerOptions OPTIONS = ExplorerOptions.within(1 << 24);

  @TempDir private Path directory;

  /** The exploration of the system, with another way in place of the first. */
  private static Exploration with(Counterexample way) {
    Answer found = Explorer.explore(SYSTEM, OPTIONS, SearchWatcher.none());
    Answer changed =
        new Answer(
            found.verdict(),
            List.of(way),
            found.unfinished(),
            found.states(),
            found.frontier(),
            found.transitions(),
            found.depth(),
            found.reached(),
            found.symmetric(),
            found.bitsPerState(),
            found.missed());
    return new Exploration(SYSTEM, OPTIONS, changed, new WallTime(1));
  }

  private static Counterexample found() {
    return Explorer.explore(SYSTEM, OPTIONS, SearchWatcher.none()).violated().get(0);
  }

  private List<String> write(Counterexample way) {
    try (RunFolder folder = RunFolder.at(directory, true)) {
      return AnswerFiles.write(with(way), folder);
    }
  }

  private JsonNode timeline(Invariant invariant) throws IOException {
    Path file = directory.resolve("counterexample-" + invariant + ".timeline.json.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new ObjectMapper().readTree(in);
    }
  }

  private String text(Invariant invariant) throws IOException {
    return Files.readString(directory.resolve("counterexample-" + invariant + ".txt"));
  }

  @Test
  void theTimelineShowsTheWayThatTheSimulatorWent() throws IOException {
    assertThat(write(found())).isEmpty();
    assertThat(timeline(Invariant.RUNS_ONCE).get("traceEvents"))
        .anyMatch(event -> event.get("name").textValue().contains("BUILD_PAYLOAD"));
  }

  @Test
  void aWayThatTheSimulatorCannotGoIsTold() throws IOException {
    Counterexample way = found();
    List<Step> gap = way.steps().subList(1, way.steps().size());
    assertThat(write(new Counterexample(way.invariant(), "", gap, List.of())))
        .singleElement()
        .asString()
        .startsWith("runs-once: replay departs from the way at step ");
    assertThat(text(Invariant.RUNS_ONCE))
        .contains("\nthe simulator, forced into this order: replay departs from the way at step ")
        .endsWith(", which is a defect of ackfin\n");
    assertThat(timeline(Invariant.RUNS_ONCE).get("traceEvents")).isNotEmpty();
    assertThat(directory.resolve("answer.json")).exists();
  }

  @Test
  void aWayOnWhichTheSimulatorBreaksNothingIsTold() throws IOException {
    Counterexample way = found();
    Counterexample harmless =
        new Counterexample(Invariant.ONE_CLUSTER, "", way.steps(), way.situation());
    assertThat(write(harmless))
        .containsExactly("one-cluster: holds when the simulator is forced into this order");
    assertThat(text(Invariant.ONE_CLUSTER)).endsWith(", which is a defect of ackfin\n");
  }

  @Test
  void stepsThatGoRoundAreMarked() {
    Counterexample way = found();
    Counterexample round =
        new Counterexample(Invariant.PROGRESS, "why", way.steps(), List.of("here"), 2);
    List<String> lines = AnswerText.of(round);
    assertThat(lines.subList(way.steps().size() + 2, lines.size()))
        .containsExactly(
            "  and the last 2 of them again and again", "  the state that broke:", "    here");
    assertThat(AnswerText.of(way)).noneMatch(line -> line.contains("again and again"));
  }
}
