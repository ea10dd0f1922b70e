package io.ackfin.cli;

import static io.ackfin.cli.Outcome.ackfin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts rely on when they cross-check: exit codes, streams, keys, files. */
@Tag("contract")
@Timeout(120)
class CrossCheckVerbTest {
  @TempDir private Path folder;

  private Path scenario() throws IOException {
    return Files.writeString(
        folder.resolve("small.yaml"),
        """
        ackfin: 1
        name: small
        soc: { clusters: 1, aicpu: { giveUp: 1ms } }
        runtime: { kernel: spin, wait: yield }
        workload: { generator: { kind: mixed, iterations: 20, duration: 2us } }
        """);
  }

  private Outcome check(String words, String... sets) throws IOException {
    List<String> all = new ArrayList<>(List.of(words("out", scenario() + " " + words)));
    for (String set : sets) {
      all.addAll(List.of("--set", set));
    }
    return ackfin(all.toArray(String[]::new));
  }

  private String[] words(String out, String words) {
    List<String> all = new ArrayList<>(List.of("crosscheck", "-o", folder.resolve(out).toString()));
    Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).forEach(all::add);
    return all.toArray(String[]::new);
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path recording(int round) {
    return folder.resolve("out").resolve("round-000" + round + ".recording.gz");
  }

  @Test
  void agreementEndsWithZeroAndWritesItsFiles() throws IOException {
    Outcome outcome = check("--rounds 2");
    assertThat(outcome.status()).as(outcome.out()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("small: model and runtime agree\n  rounds         2 in ")
        .contains("\n  decisions      ")
        .contains("\n  inclusion      ")
        .contains(" compared, no difference\n")
        .contains("\n  timeline       not comparable: ")
        .contains(folder.resolve("out").toString());
    assertThat(files("out"))
        .containsExactly("crosscheck.json", "crosscheck.txt", "scenario.effective.yaml");
  }

  @Test
  void jsonIsTheOnlyThingOnStandardOutputAndEqualsTheFile() throws IOException {
    Outcome outcome = check("--rounds 3 --json");
    JsonNode printed = outcome.json();
    Path file = folder.resolve("out").resolve("crosscheck.json");
    assertThat(printed).isEqualTo(new ObjectMapper().readTree(file.toFile()));
    assertThat(printed.get("rounds").intValue()).isEqualTo(3);
    assertThat(printed.get("checks")).hasSize(4);
    long sum = 0;
    for (JsonNode check : printed.get("checks")) {
      assertThat(check.get("compared").longValue()).isGreaterThan(100);
      assertThat(check.get("differences").longValue()).isZero();
      sum += check.get("compared").longValue();
    }
    assertThat(printed.get("compared").longValue()).isEqualTo(sum);
    JsonNode cases = printed.get("cases");
    long subtasks = 3 * 20 * 9;
    // A completes two subtasks at a time.
    long completed =
        2 * cases.get("A").longValue()
            + cases.get("B").longValue()
            + cases.get("C").longValue()
            + cases.get("D").longValue();
    assertThat(completed).isEqualTo(subtasks);
    assertThat(printed.get("coverage").get("edgesTaken").longValue()).isPositive();
    assertThat(printed.get("timeline").get("comparable").isBoolean()).isTrue();
  }

  @Test
  void aBrokenInvariantEndsWithThreeAndKeepsItsRecording() throws IOException {
    Outcome outcome = check("--fault complete-twice --rounds 2 --json");
    assertThat(outcome.status()).isEqualTo(3);
    JsonNode printed = outcome.json();
    assertThat(printed.get("verdict").textValue()).isEqualTo("violated");
    assertThat(printed.get("faults").toString()).isEqualTo("[\"complete-twice\"]");
    JsonNode invariants = printed.get("checks").get(3);
    assertThat(invariants.get("name").textValue()).isEqualTo("invariants");
    assertThat(invariants.get("differences").longValue()).isPositive();
    assertThat(invariants.get("first").textValue()).isNotBlank();
    assertThat(files("out")).contains("round-0001.recording.gz");
  }

  /** A recording does not say what was built into its run, and yet it is found. */
  @Test
  void aFaultIsFoundInItsRecordingAlone() throws IOException {
    check("--fault complete-twice --rounds 1");
    assertThat(Files.readString(folder.resolve("out").resolve("scenario.effective.yaml")))
        .doesNotContain("complete-twice");
    Outcome again = ackfin(words("again", "--recording " + recording(1) + " --json"));
    assertThat(again.status()).isEqualTo(3);
    assertThat(again.json().get("faults")).isEmpty();
    assertThat(again.json().get("checks").get(3).get("differences").longValue()).isPositive();
    assertThat(files("again")).containsExactly("crosscheck.json", "crosscheck.txt");
  }

  @Test
  void recordingsAreJudgedLikeTheRunsTheyAreOf() throws IOException {
    JsonNode live = check("--rounds 3 --keep-recordings --json").json();
    String files = recording(1) + " --recording " + recording(2) + " " + recording(3);
    JsonNode kept = ackfin(words("again", "--recording " + files + " --json")).json();
    for (String key : List.of("verdict", "rounds", "compared", "checks", "cases", "coverage")) {
      assertThat(kept.get(key)).as(key).isEqualTo(live.get(key));
    }
  }

  @Test
  void anEarlierCrossChecksRecordingsGoWhenItsFilesAreReplaced() throws IOException {
    check("--rounds 3 --keep-recordings -q");
    assertThat(files("out")).hasSize(6);
    Outcome refused = check("--rounds 1");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("--force");
    check("--rounds 1 --force -q");
    assertThat(files("out")).hasSize(3);
  }

  @Test
  void aRunThatFailsEndsWithThreeAndSaysWho() throws IOException {
    Outcome outcome = check("--fault leave-without-exit --rounds 3");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith("small: VIOLATED (built in: leave-without-exit)\n  rounds         1 of 3 in ")
        .containsPattern(
            "\n  failed         round 1: [a-z]+( \\d)? failed after 100 of 100 tasks: ");
    Outcome again = ackfin(words("again", "--recording " + recording(1)));
    assertThat(again.status()).isEqualTo(3);
    assertThat(again.out()).contains("failed after 100 of 100 tasks: ");
  }

  @Test
  void aMissingCaseFailsOnlyWhereItIsRequired() throws IOException {
    String one = "workload.generator={kind: independent, tasks: 1}";
    assertThat(check("--rounds 1", one).status()).isZero();
    Outcome required = check("--rounds 1 --require-cases --force", one);
    assertThat(required.status()).isEqualTo(4);
    assertThat(required.err())
        .isEqualTo(
            "ackfin: never taken: [A, B, D] (expected with --require-cases: each of A, B, C, D)\n");
    assertThat(
            check("--rounds 1 --require-cases --force", one, "protocol.variant=single-slot")
                .status())
        .isZero();
  }

  /** A tolerance that nothing was held to is not kept. */
  @Test
  void aToleranceThatCannotBeCheckedIsAPartialResult() throws IOException {
    assertThat(check("--rounds 1 --tolerance 10 --set runtime.kernel=noop").status()).isEqualTo(5);
  }

  @Test
  void quietPrintsNothing() throws IOException {
    Outcome outcome = check("--rounds 1 -q");
    assertThat(outcome.out() + outcome.err()).isEmpty();
  }

  @Test
  void whatIsNotUsedIsSaid() throws IOException {
    assertThat(check("--rounds 1 --set runtime.kernel=noop").out())
        .contains("note           noop kernels are over at once: the workload's durations were");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fault slot-flop|--fault: slot-flop (expected: one of ack-guard, slot-flip,",
        "--fault slot-flop|did you mean 'slot-flip'?",
        "--fault case-d-as-c|--fault: case-d-as-c (expected: one of ",
        "--fault case-a,case-a|--fault: case-a a second time (expected: each value once)",
        "--rounds 0|--rounds: 0 (expected: a whole number, 1 to 1000000)",
        "--rounds many|--rounds: many (expected: ",
        "--tolerance 5%|--tolerance: 5% (expected: a percentage such as 10 or 2.5)",
        "--recording x.gz|--recording: with ",
        "--suite|--suite: with ",
        "--set runtime.kernal=spin|did you mean 'kernel'?",
        "--set runtime.wait=sleep|runtime.wait: sleep (expected: one of spin, yield, park)",
        "--set protocol.without=[case-a]|as a normal run refuses faults: use --fault",
        "--mutant|Unknown option: '--mutant'"
      })
  void badUsageEndsWithTwoAndSaysWhatWasExpected(String words, String message) throws IOException {
    Outcome outcome = check(words);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|SCENARIO: nothing (expected: a scenario, or one of --recording, --suite, --mutants, --slots)",
        "missing.yaml|missing.yaml: file: not found",
        "--recording missing.gz|missing.gz: recording: not found (expected: a recording that",
        "--recording missing.gz --rounds 3|--recording: with --rounds (expected: ",
        "--suite --tolerance 3|--suite: with --tolerance (expected: ",
        "--recording missing.gz --suite|--suite: with --recording",
        "--mutants --json|--mutants: with --json (expected: ",
        "--slots --mutants|--slots: with --mutants (expected: ",
        "--mutants --suite|--mutants: with --suite (expected: "
      })
  void aMissingSourceEndsWithTwo(String words, String message) {
    Outcome outcome = ackfin(words("out", words == null ? "" : words));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void aTruncatedRecordingEndsWithTwoAndNamesTheFile() throws IOException {
    check("--rounds 1 --keep-recordings -q");
    byte[] whole = Files.readAllBytes(recording(1));
    Path half = folder.resolve("half.gz");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    Outcome outcome = ackfin(words("again", "--recording " + half));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            half
                + ": recording: ends too early (expected: a whole recording, as crosscheck --out"
                + " keeps them)\n1 problem\n");
    assertThat(folder.resolve("again")).doesNotExist();
  }
}
