package io.ackfin.cli;

import static io.ackfin.cli.JsonParts.keys;
import static io.ackfin.cli.JsonParts.texts;
import static io.ackfin.cli.Outcome.ackfin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which system is explored with which options. */
@Tag("contract")
class VerifiedSystemTest {
  @TempDir private Path folder;

  private Outcome verify(String words, String... more) {
    List<String> all = new ArrayList<>(List.of("verify", "-o", folder.resolve("out").toString()));
    all.addAll(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    all.addAll(List.of(more));
    return ackfin(all.toArray(String[]::new));
  }

  @Test
  void theSystemThatIsExploredUnlessOptionsSayOtherwise() throws IOException {
    Outcome outcome = verify("", "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.json().get("system"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"variant":"dual-slot","without":[],"with":[],"fault":[],"startup":"handshake",
                     "idModulus":null,"firstId":1,"tasks":4,"cores":{"aic":1,"aiv":0},"threads":1,
                     "shapes":["AIC_ONLY"],"placement":"by-subslot","dispatch":"both",
                     "anyCore":false,"memory":"in-order","movable":[],"barrier":true,
                     "outputPosted":false,"kernelSync":"none","handOver":false,"gated":false,
                     "shutdown":"normal"}
                    """));
    assertThat(keys(outcome.json().get("search")))
        .containsExactly("limit", "bytes", "symmetry", "compact");
    assertThat(outcome.json().get("search").get("limit").intValue()).isEqualTo(50_000_000);
    assertThat(outcome.json().get("search").get("symmetry").booleanValue()).isTrue();
    assertThat(outcome.json().get("search").get("compact").booleanValue()).isFalse();
  }

  /** What each option changes in the system, or in the search, and in nothing else of it. */
  static Stream<List<String>> options() {
    return Stream.of(
        List.of("--variant single-slot", "system/variant", "'single-slot'"),
        List.of("--variant dual-slot-parity", "system/variant", "'dual-slot-parity'"),
        List.of("--without case-a,slot-flip", "system/without", "['slot-flip','case-a']"),
        List.of("--with guard-abort", "system/with", "['guard-abort']"),
        List.of("--fault complete-twice", "system/fault", "['complete-twice']"),
        List.of("--startup report-first", "system/startup", "'report-first'"),
        List.of("--startup none", "system/startup", "'none'"),
        List.of("--id-modulus 3", "system/idModulus", "3"),
        List.of("--first-id 0x7FFFFFEE", "system/firstId", "2147483630"),
        List.of("--first-id 0", "system/firstId", "0"),
        List.of("--tasks 7", "system/tasks", "7"),
        List.of("--cores aic=2,aiv=1", "system/cores", "{'aic':2,'aiv':1}"),
        List.of("--cores aiv=2,aic=1", "system/cores", "{'aic':1,'aiv':2}"),
        List.of("--cores aic=2", "system/cores", "{'aic':2,'aiv':0}"),
        List.of("--threads 2", "system/threads", "2"),
        List.of("--placement select-aiv", "system/placement", "'select-aiv'"),
        List.of("--dispatch spin", "system/dispatch", "'spin'"),
        List.of("--dispatch skip", "system/dispatch", "'skip'"),
        List.of("--any-core", "system/anyCore", "true"),
        List.of("--memory fifo", "system/memory", "'fifo'"),
        List.of("--output-posted", "system/outputPosted", "true"),
        List.of("--kernel-sync start", "system/kernelSync", "'start'"),
        List.of("--kernel-sync barrier", "system/kernelSync", "'barrier'"),
        List.of("--gated", "system/gated", "true"),
        List.of("--shutdown any-time", "system/shutdown", "'any-time'"),
        List.of("--shutdown emergency", "system/shutdown", "'emergency'"),
        List.of("--compact", "search/compact", "true"),
        List.of("--no-symmetry", "search/symmetry", "false"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void eachOptionReachesTheSystemThatIsExplored(List<String> row) throws IOException {
    JsonNode changed = verify(row.get(0) + " --limit 1", "--json").json();
    JsonNode usual = verify("--limit 1", "--json", "--force").json();
    String[] path = row.get(1).split("/", -1);
    assertThat(changed.get(path[0]).get(path[1]).toString().replace('"', '\''))
        .isEqualTo(row.get(2));
    for (String other : keys(usual.get(path[0]))) {
      if (!other.equals(path[1])) {
        assertThat(changed.get(path[0]).get(other)).isEqualTo(usual.get(path[0]).get(other));
      }
    }
    assertThat(changed.get("search").get("limit").intValue()).isEqualTo(1);
  }

  @Test
  void theLargestLimitIsOneThatTheExplorerTakes() throws IOException {
    Outcome outcome = verify("--tasks 1 --limit 1500000000", "--json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.json().get("search").get("limit").intValue()).isEqualTo(1_500_000_000);
  }

  /** Options that change more than one thing of the system, or that need others. */
  static Stream<List<String>> together() {
    return Stream.of(
        List.of("--memory relaxed", "relaxed", "['dmb','hank','payload']", "true"),
        List.of("--memory relaxed:hank,payload", "relaxed", "['hank','payload']", "true"),
        List.of("--without store-order", "relaxed", "['dmb','hank','payload']", "false"),
        List.of("--without store-order --memory fifo", "fifo", "[]", "false"),
        List.of("--no-barrier", "in-order", "[]", "false"),
        List.of("--no-barrier --memory relaxed:hank", "relaxed", "['hank']", "false"));
  }

  @ParameterizedTest
  @MethodSource("together")
  void memoryAndBarrierGoTogether(List<String> row) throws IOException {
    JsonNode system = verify(row.get(0) + " --limit 1", "--json").json().get("system");
    assertThat(system.get("memory").textValue()).isEqualTo(row.get(1));
    assertThat(system.get("movable").toString().replace('"', '\'')).isEqualTo(row.get(2));
    assertThat(system.get("barrier").toString()).isEqualTo(row.get(3));
    assertThat(texts(system.get("without")).contains("store-order"))
        .isNotEqualTo(system.get("barrier").booleanValue());
  }

  @Test
  void theFirstIdIsThatBeforeIdsAreNarrowed() throws IOException {
    JsonNode system = verify("--id-modulus 3 --first-id 7", "--json").json().get("system");
    assertThat(system.get("idModulus").intValue()).isEqualTo(3);
    assertThat(system.get("firstId").intValue()).isEqualTo(7);
  }

  @Test
  void shapesAndHandOverNeedCoresAndThreads() throws IOException {
    JsonNode system =
        verify(
                "--shapes AIV_X2,AIC_ONLY,AIC_ONLY --cores aic=1,aiv=2 --threads 2 --hand-over"
                    + " --limit 1",
                "--json")
            .json()
            .get("system");
    assertThat(texts(system.get("shapes"))).containsExactly("AIV_X2", "AIC_ONLY", "AIC_ONLY");
    assertThat(system.get("handOver").booleanValue()).isTrue();
  }

  @Test
  void aFaultOfTheWrapBeginsJustBeforeIt() throws IOException {
    Outcome outcome = verify("--fault narrow-reserved-ids");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out())
        .startsWith("violated: dual-slot with the fault narrow-reserved-ids,")
        .contains("first id 0x7FFFFFEE, 2 before the reserved block")
        .contains("1 of 7 VIOLATED: progress");
    JsonNode fromTheStart =
        verify("--fault narrow-reserved-ids --first-id 1", "--json", "--force").json();
    assertThat(fromTheStart.get("system").get("firstId").intValue()).isEqualTo(1);
    assertThat(fromTheStart.get("verdict").textValue()).isEqualTo("holds");
  }

  @Test
  void caseDOfParityCanBeSwitchedOffWhereStagingNeedsIt() throws IOException {
    Outcome outcome = verify("--variant dual-slot-parity --gated --without case-d", "--json");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(texts(outcome.json().get("violated"))).containsExactly("progress");
  }
}
