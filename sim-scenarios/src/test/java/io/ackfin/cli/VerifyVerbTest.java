package io.ackfin.cli;

import static io.ackfin.cli.JsonParts.keys;
import static io.ackfin.cli.JsonParts.texts;
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
import org.junit.jupiter.api.io.TempDir;

/** What scripts rely on when they verify: exit codes, streams, keys, files. */
@Tag("contract")
class VerifyVerbTest {
  @TempDir private Path folder;

  private Outcome verify(String words, String... more) {
    List<String> all = new ArrayList<>(List.of("verify", "-o", folder.resolve("out").toString()));
    all.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    all.addAll(List.of(more));
    return ackfin(all.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatHoldsEndsWithZeroAndSaysWhatWasExplored() throws IOException {
    Outcome outcome = verify("");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("holds: dual-slot, 4 tasks AIC_ONLY on aic=1,aiv=0, 1 thread\n")
        .contains("start-up handshake, placement by-subslot, dispatch both, memory in-order,")
        .contains("kept whole: none can have been missed")
        .contains("all 7 hold, whatever the order of steps")
        .contains("pending: FIN of the running one")
        .contains(folder.resolve("out").toString());
    assertThat(files()).containsExactly("answer.json");
  }

  @Test
  void whatIsViolatedEndsWithThreeAndShowsEachWayIntoIt() throws IOException {
    Outcome outcome = verify("--without slot-flip --tasks 3");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("violated: dual-slot without slot-flip, 3 tasks AIC_ONLY on")
        .contains("2 of 7 VIOLATED: runs-once, slot-stable")
        .contains("\nruns-once: AIC runs dispatch 1 with the payload of dispatch 2\n")
        .contains("\n   1  thread 0     STORE_FIRST_POINTER on AIC         hank.task := slot 0\n")
        .contains("\n  the state that broke:\n    AIC: END_KERNEL (dispatch 1)")
        .contains("\nslot-stable: a payload slot of AIC is written while dispatch 1 is published");
    assertThat(files())
        .containsExactly(
            "answer.json",
            "counterexample-runs-once.timeline.json.gz",
            "counterexample-runs-once.txt",
            "counterexample-slot-stable.timeline.json.gz",
            "counterexample-slot-stable.txt");
    String runsOnce =
        Files.readString(folder.resolve("out").resolve("counterexample-runs-once.txt"));
    assertThat(runsOnce)
        .startsWith("dual-slot without slot-flip, 3 tasks")
        .contains("\nruns-once: ")
        .doesNotContain("slot-stable:")
        .containsPattern("\nthe simulator, forced into this order: .*payload");
    assertThat(Files.readString(folder.resolve("out").resolve("counterexample-slot-stable.txt")))
        .contains("\nslot-stable: ")
        .doesNotContain("runs-once:");
    String way =
        runsOnce.substring(
            runsOnce.indexOf("\nruns-once: "), runsOnce.indexOf("\nthe simulator, forced"));
    assertThat(outcome.out()).contains(way.stripTrailing());
  }

  @Test
  void whatIsNotFinishedEndsWithFiveAndSaysHowFarItCame() throws IOException {
    Outcome outcome = verify("--limit 100", "--json");
    assertThat(outcome.status()).isEqualTo(5);
    assertThat(outcome.err()).isEmpty();
    JsonNode answer = outcome.json();
    assertThat(answer.get("verdict").textValue()).isEqualTo("unfinished");
    assertThat(answer.get("violated")).isEmpty();
    assertThat(answer.get("unfinished").textValue())
        .matches("not finished: the limit of states was reached at 1\\d\\d states");
    assertThat(answer.get("states").longValue()).isBetween(100L, 400L);
    assertThat(answer.get("frontier").longValue()).isPositive();
    assertThat(verify("--limit 100", "--force").out())
        .startsWith("unfinished: ")
        .contains("  end            not finished: the limit of states was reached at 1")
        .contains(" not looked at\n")
        .contains("none of 7 was seen to break");
  }

  @Test
  void aViolationThatWasFoundStandsThoughTheSearchDidNotFinish() throws IOException {
    Outcome outcome = verify("--without slot-flip --limit 200", "--json");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.json().get("unfinished").textValue()).startsWith("not finished: ");
  }

  @Test
  void jsonIsTheOnlyThingOnStandardOutputAndEqualsTheFile() throws IOException {
    Outcome outcome = verify("--without slot-flip --tasks 3", "--json");
    assertThat(outcome.status()).isEqualTo(3);
    Path file = folder.resolve("out").resolve("answer.json");
    assertThat(outcome.json()).isEqualTo(new ObjectMapper().readTree(file.toFile()));
  }

  @Test
  void jsonHasTheKeysThatScriptsAskFor() throws IOException {
    JsonNode answer = verify("--without slot-flip --tasks 3", "--json").json();
    assertThat(keys(answer))
        .containsExactly(
            "format",
            "verdict",
            "violated",
            "unfinished",
            "states",
            "frontier",
            "transitions",
            "depth",
            "counterexample",
            "cases",
            "aborts",
            "completionInputs",
            "counterexamples",
            "symmetric",
            "bitsPerState",
            "missedProbability",
            "seconds",
            "statesPerSecond",
            "system",
            "search");
    assertThat(answer.get("verdict").textValue()).isEqualTo("violated");
    assertThat(texts(answer.get("violated"))).containsExactly("runs-once", "slot-stable");
    assertThat(answer.get("unfinished").isNull()).isTrue();
    assertThat(answer.get("states").isIntegralNumber()).isTrue();
    assertThat(answer.get("transitions").longValue()).isGreaterThan(answer.get("states").asLong());
    assertThat(answer.get("depth").isIntegralNumber()).isTrue();
    assertThat(answer.get("seconds").isNumber()).isTrue();
    assertThat(answer.get("symmetric").booleanValue()).isFalse();
    assertThat(answer.get("missedProbability").doubleValue()).isZero();
    JsonNode cases = answer.get("cases");
    assertThat(keys(cases)).containsExactly("A", "B", "C", "D", "none", "guardWait", "finSkip");
    assertThat(cases).allMatch(count -> count.isIntegralNumber() && count.longValue() > 0);
    assertThat(answer.get("completionInputs").get("pending: FIN of the running one").longValue())
        .isEqualTo(cases.get("D").longValue());
  }

  @Test
  void theCounterexampleIsTheFirstOfAll() throws IOException {
    JsonNode answer = verify("--without slot-flip --tasks 3 --startup none", "--json").json();
    JsonNode all = answer.get("counterexamples");
    assertThat(all).hasSize(2);
    assertThat(keys(all.get(0)))
        .containsExactly("invariant", "reason", "steps", "round", "situation");
    assertThat(all.get(0).get("invariant").textValue()).isEqualTo("runs-once");
    assertThat(all.get(0).get("reason").textValue())
        .isEqualTo("AIC runs dispatch 1 with the payload of dispatch 2");
    assertThat(texts(all.get(0).get("situation"))).contains("thread 0: AWAIT_RUNNING on AIC");
    JsonNode steps = answer.get("counterexample");
    assertThat(steps).isEqualTo(all.get(0).get("steps")).hasSize(11);
    assertThat(steps.get(3).toString())
        .isEqualTo(
            "{\"number\":4,\"who\":\"thread 0\",\"what\":\"STORE_ID on AIC\","
                + "\"value\":\"DMB := 1\"}");
    assertThat(steps.get(2).get("value").textValue()).isEmpty();
  }

  @Test
  void anAnswerWithoutViolationHasNoStepsAndAllOtherKeys() throws IOException {
    Outcome outcome = verify("--variant single-slot --tasks 2", "--json");
    assertThat(outcome.status()).isZero();
    JsonNode answer = outcome.json();
    assertThat(answer.get("verdict").textValue()).isEqualTo("holds");
    assertThat(answer.get("counterexample").isArray()).isTrue();
    assertThat(answer.get("counterexample")).isEmpty();
    assertThat(answer.get("cases").get("A").longValue()).isZero();
    assertThat(keys(answer)).hasSize(20);
  }

  @Test
  void compactionStatesWhatItCosts() throws IOException {
    Outcome outcome = verify("--compact");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .contains("64 bits, its hash alone: any was missed with a probability of at most 8.0e-15");
    JsonNode answer = verify("--compact", "--json", "--force").json();
    assertThat(answer.get("missedProbability").doubleValue()).isBetween(1e-16, 1e-12);
    assertThat(answer.get("bitsPerState").intValue()).isEqualTo(64);
  }

  @Test
  void symmetryNeedsFewerStatesForTheSameAnswer() throws IOException {
    String words = "--cores aic=2 --any-core --tasks 3 --startup none";
    JsonNode symmetric = verify(words, "--json").json();
    JsonNode plain = verify(words, "--no-symmetry", "--json", "--force").json();
    assertThat(symmetric.get("symmetric").booleanValue()).isTrue();
    assertThat(plain.get("symmetric").booleanValue()).isFalse();
    assertThat(symmetric.get("verdict")).isEqualTo(plain.get("verdict"));
    assertThat(symmetric.get("states").longValue()).isLessThan(plain.get("states").longValue());
  }

  @Test
  void quietPrintsNothingAndStillWritesAndTells() throws IOException {
    Outcome outcome = verify("--without slot-flip --tasks 2", "-q");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out() + outcome.err()).isEmpty();
    assertThat(files()).hasSize(5);
  }

  @Test
  void forceReplacesTheFilesOfAnEarlierExploration() throws IOException {
    assertThat(verify("--without slot-flip --tasks 2").status()).isEqualTo(3);
    Outcome refused = verify("--tasks 2");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("holds files").contains("--force");
    assertThat(files()).hasSize(5);
    assertThat(verify("--tasks 2", "--force").status()).isZero();
    assertThat(files()).containsExactly("answer.json");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsPrintedAllTheSame() throws IOException {
    Files.createDirectories(folder.resolve("out").resolve("answer.json.part"));
    Outcome outcome = verify("--tasks 2", "--force", "--json");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("ackfin: ").contains("answer.json.part: Is a directory");
    assertThat(outcome.err()).doesNotContain("\tat ");
    assertThat(outcome.json().get("verdict").textValue()).isEqualTo("holds");
  }

  @Test
  void theExamplesOfTheHelpRun() {
    List<String> examples =
        ackfin("verify", "--help")
            .out()
            .lines()
            .filter(line -> line.startsWith("  ackfin verify "))
            .map(line -> line.replaceAll(" \\|.*| -o \\S+", "").strip())
            .toList();
    assertThat(examples).hasSize(6);
    for (String example : examples) {
      String[] words = example.split(" ");
      Outcome outcome =
          verify(
              "",
              Stream.concat(Arrays.stream(words).skip(2), Stream.of("--force"))
                  .toArray(String[]::new));
      assertThat(outcome.status()).as(example).isIn(0, 3);
      assertThat(outcome.err()).as(example).isEmpty();
    }
  }
}
