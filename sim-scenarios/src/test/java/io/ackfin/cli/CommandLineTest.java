package io.ackfin.cli;

import static io.ackfin.cli.Outcome.ackfin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What scripts rely on: exit codes, what is on which stream, which files there are. */
@Tag("contract")
class CommandLineTest {
  private static final String[] FILES = {
    "manifest.json",
    "scenario.effective.yaml",
    "stats.csv",
    "summary.json",
    "tasks.csv",
    "timeline.json.gz"
  };

  @TempDir private Path folder;

  private Path scenario(String... lines) throws IOException {
    Path file = folder.resolve("scenario.yaml");
    List<String> text = new ArrayList<>(List.of("ackfin: 1", "name: small"));
    text.add("soc: { clusters: 1, aicpu: { schedulers: 1, giveUp: 1ms } }");
    text.addAll(List.of(lines));
    text.add("workload: { generator: { kind: mixed, iterations: 20, duration: 2us } }");
    return Files.write(file, text);
  }

  private Outcome run(Path scenario, String... more) {
    List<String> words = new ArrayList<>(List.of("run", scenario.toString()));
    words.addAll(List.of("-o", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return ackfin(words.toArray(String[]::new));
  }

  @Test
  void aRunThatHoldsEndsWithZeroAndWritesItsFiles() throws IOException {
    Outcome outcome = run(scenario());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("small: finished").contains("all 7 hold");
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted()).containsExactly(FILES);
    }
  }

  @Test
  void jsonIsTheOnlyThingOnStandardOutputAndEqualsTheFile() throws IOException {
    Outcome outcome = run(scenario(), "--json");
    assertThat(outcome.status()).isZero();
    JsonNode printed = new ObjectMapper().readTree(outcome.out());
    Path file = folder.resolve("out").resolve("summary.json");
    assertThat(printed).isEqualTo(new ObjectMapper().readTree(file.toFile()));
    assertThat(printed.get("tasks").get("completed").intValue()).isEqualTo(100);
  }

  @Test
  void quietPrintsNothing() throws IOException {
    Outcome outcome = run(scenario(), "-q");
    assertThat(outcome.out() + outcome.err()).isEmpty();
  }

  @Test
  void theEffectiveScenarioGivesTheSameResult() throws IOException {
    Outcome first = run(scenario(), "--json", "--seed", "9", "--set", "soc.clusters=2");
    Path effective = folder.resolve("out").resolve("scenario.effective.yaml");
    Outcome again =
        ackfin("run", effective.toString(), "--json", "-o", folder.resolve("again").toString());
    assertThat(digest(again)).isEqualTo(digest(first));
    assertThat(digest(run(scenario(), "--json", "--force"))).isNotEqualTo(digest(first));
  }

  @Test
  void aViolatedInvariantEndsWithThreeAndIsStillJson() throws IOException {
    Outcome outcome = run(scenario("protocol: { without: [slot-flip] }"), "--json");
    assertThat(outcome.status()).isEqualTo(3);
    JsonNode invariants = new ObjectMapper().readTree(outcome.out()).get("invariants");
    assertThat(invariants.get(0).get("name").textValue()).isEqualTo("runs-once");
    assertThat(invariants.get(0).get("held").booleanValue()).isFalse();
    assertThat(invariants.get(0).get("firstViolation").toString()).contains("while its kernel ran");
  }

  @Test
  void aStuckRunSaysWhoWaits() throws IOException {
    Outcome outcome = run(scenario("protocol: { without: [case-c] }"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("small: stuck, deadlock: scheduler 0 saw no progress for 1ms")
        .contains("scheduler believes");
  }

  @Test
  void anExpectedFailureIsASuccess() throws IOException {
    Outcome outcome =
        run(
            scenario(
                "protocol: { without: [slot-flip] }",
                "expect: { exit: 3, invariant: slot-stable }"));
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).contains("as the scenario expects");
  }

  @Test
  void aFailureThatDoesNotComeOrIsAnotherOneIsNoSuccess() throws IOException {
    assertThat(run(scenario("expect: { exit: 3 }")).status()).isEqualTo(3);
    Outcome another =
        run(
            scenario(
                "protocol: { without: [slot-flip] }",
                "expect: { exit: 3, invariant: one-cluster }"),
            "--force");
    assertThat(another.status()).isEqualTo(3);
    assertThat(another.err()).contains("expects exit 3 and a violation of one-cluster");
  }

  @Test
  void kernelsThatMeetAreRefusedAtTheirKey() throws IOException {
    Outcome generated = run(scenario(), "--set", "workload.generator.kernelSync=barrier");
    assertThat(generated.status()).isEqualTo(2);
    assertThat(generated.out()).isEmpty();
    assertThat(generated.err()).contains("workload.generator.kernelSync: barrier (expected: none");
    String tasks = "workload={tasks: [{id: b, shape: AIV_X2, kernelSync: start, after: [a]},";
    Outcome listed = run(scenario(), "--set", tasks + " {id: a, shape: AIV_X2}]}");
    assertThat(listed.status()).isEqualTo(2);
    assertThat(listed.err()).contains("workload.tasks[0].kernelSync: start (expected: none");
  }

  @Test
  void aLimitOnSimulatedTimeEndsWithThree() throws IOException {
    Outcome outcome = run(scenario(), "--max-time", "20us");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).contains("limit reached");
  }

  @Test
  void everyProblemOfAFileIsToldAtOnceWithItsPlaceAndTheNearestName() throws IOException {
    Outcome outcome = run(scenario("protocol: { varant: dual-slot, placement: by-subslt }"));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("scenario.yaml:4:13: protocol.varant: unknown key")
        .contains("did you mean 'variant'?")
        .contains("scenario.yaml:4:43: protocol.placement: by-subslt")
        .contains("did you mean 'by-subslot'?")
        .contains("2 problems")
        .doesNotContain("\tat ");
  }

  @Test
  void anOutputFolderWithFilesIsNotOverwrittenUnasked() throws IOException {
    assertThat(run(scenario()).status()).isZero();
    Outcome refused = run(scenario());
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--force");
    assertThat(run(scenario(), "--force").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "rn",
        "run",
        "run missing.yaml",
        "run --sed 3",
        "run missing.yaml --set",
        "validate missing.yaml",
        "describe prests",
        "reference missing.csv"
      })
  void badUsageEndsWithTwoAndAMessage(String words) {
    Outcome outcome = ackfin(words.isEmpty() ? new String[0] : words.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--trace bogus", "--trace-window 5", "--trace-window 9us:1us", "--max-time 5"})
  void badOptionsNameWhatWasExpected(String words) throws IOException {
    Outcome outcome = run(scenario(), words.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("expected: ").doesNotContain("\tat ");
  }

  @Test
  void validateTellsProblemsAndEndsWithTwo() throws IOException {
    assertThat(ackfin("validate", scenario().toString()).status()).isZero();
    Outcome outcome = ackfin("validate", scenario("sede: 1").toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean 'seed'?").contains("1 problem");
  }

  @Test
  void theSchemaIsJson() throws IOException {
    Outcome outcome = ackfin("schema");
    assertThat(outcome.status()).isZero();
    assertThat(new ObjectMapper().readTree(outcome.out()).get("properties").has("workload"))
        .isTrue();
  }

  @Test
  void referenceRowsAreComparedExactly() throws IOException {
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, "C,N,D,S,makespan ps,A,B,C,D\n1,1,2 us,1,5105000,0,0,1,0\n");
    assertThat(ackfin("reference", rows.toString()).status()).isZero();
    assertThat(ackfin("reference", "--naive", rows.toString()).status()).isZero();
    Files.writeString(rows, "cores,tasks,duration,makespan\n1,1,2000000,5105001\n");
    Outcome different = ackfin("reference", rows.toString());
    assertThat(different.status()).isEqualTo(4);
    assertThat(different.out()).contains("makespan: 5105000 (expected: 5105001)");
  }

  @Test
  void brokenReferenceRowsAreToldAllAtOnce() throws IOException {
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, "cores,tasks,duration,makspan\n1,1,2us,5105000\n");
    Outcome header = ackfin("reference", rows.toString());
    assertThat(header.status()).isEqualTo(2);
    assertThat(header.err()).contains(":1:").contains("did you mean 'makespan'?");
    Files.writeString(rows, "cores,tasks,duration,loads\nx,1,2us,3\n1,1,2 parsecs,3\n1,1,2us\n");
    assertThat(ackfin("reference", rows.toString()).err())
        .contains(":2:1: cores: x")
        .contains(":3:1: duration: 2 parsecs")
        .contains(":4:1: row: 3 cells");
  }

  @Test
  void aDefectOfOursSaysSo() {
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine();
    line.addSubcommand("defect", new Defect());
    line.setErr(new PrintWriter(err, true));
    assertThat(line.execute("defect")).isEqualTo(1);
    assertThat(err.toString()).contains("internal error").contains("report").contains("a bug");
  }

  /** A verb that fails as none should. */
  @CommandLine.Command(name = "defect")
  static final class Defect implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("a bug");
    }
  }

  private static String digest(Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.out()).get("digest").textValue();
  }
}
