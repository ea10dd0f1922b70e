package io.ackfin.cli;

import static io.ackfin.cli.Outcome.ackfin;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about values that verify's options cannot have. */
@Tag("contract")
class VerifyOptionsTest {
  private static final String PROTECTIONS =
      "one of ack-guard, slot-flip, fin-skip, case-a, case-b, case-c, case-d, payload-before-ack,"
          + " store-order, cache-invalidate, cache-invalidate:hank, cache-invalidate:payload";
  private static final String SINGLE_SLOT =
      "one of case-c, payload-before-ack, store-order, cache-invalidate, cache-invalidate:hank,"
          + " cache-invalidate:payload, as single-slot has no other rules";

  private static Arguments row(String words, String... problems) {
    return Arguments.of(words, problems);
  }

  private static String suite(String other) {
    return "--suite: with "
        + other
        + " (expected: no options with it but --limit, --compact, --no-symmetry, --out, --quiet)";
  }

  static Stream<Arguments> values() {
    return Stream.concat(names(), numbers());
  }

  static Stream<Arguments> names() {
    return Stream.of(
        row(
            "--variant dual-slt",
            "--variant: dual-slt (expected: one of single-slot, dual-slot, dual-slot-parity;"
                + " did you mean 'dual-slot'?)"),
        row(
            "--without ack_guard,slotflip,ack-guard,ack-guard",
            "--without: ack_guard (expected: " + PROTECTIONS + "; did you mean 'ack-guard'?)",
            "--without: slotflip (expected: " + PROTECTIONS + "; did you mean 'slot-flip'?)",
            "--without: ack-guard a second time (expected: each value once)"),
        row("--without=", "--without: nothing (expected: " + PROTECTIONS + ")"),
        row(
            "--variant single-slot --without case-c,case-d --with guard-abort --fault case-d-as-c",
            "--without: case-d (expected: " + SINGLE_SLOT + ")",
            "--with: guard-abort (expected: nothing, as single-slot has no such rule)",
            "--fault: case-d-as-c (expected: one of narrow-reserved-ids, complete-twice,"
                + " leave-without-exit, output-unpublished, as single-slot has no other rules)"),
        row(
            "--variant dual-slot-parity --without case-d",
            "--without: case-d (expected: one of ack-guard, slot-flip, case-a, case-b, case-c,"
                + " payload-before-ack, store-order, cache-invalidate, cache-invalidate:hank,"
                + " cache-invalidate:payload, as dual-slot-parity has no other rules)"),
        row(
            "--with guard-abrt",
            "--with: guard-abrt (expected: guard-abort; did you mean 'guard-abort'?)"),
        row(
            "--fault case-d",
            "--fault: case-d (expected: one of case-d-as-c, case-d-no-promote,"
                + " narrow-reserved-ids, complete-twice, leave-without-exit, output-unpublished;"
                + " did you mean 'case-d-as-c'?)"),
        row(
            "--shapes AIC_ONLY,aiv-x2,X --cores aic=1,aiv=2",
            "--shapes: aiv-x2 (expected: one of AIC_ONLY, AIV_X1, AIV_X2, AIC_AIV_X1, AIC_AIV_X2;"
                + " did you mean 'AIV_X2'?)",
            "--shapes: X (expected: one of AIC_ONLY, AIV_X1, AIV_X2, AIC_AIV_X1, AIC_AIV_X2)"),
        row(
            "--placement by-sublot",
            "--placement: by-sublot (expected: one of select-aiv, by-subslot;"
                + " did you mean 'by-subslot'?)"),
        row(
            "--dispatch bth",
            "--dispatch: bth (expected: one of spin, skip, both; did you mean 'both'?)"),
        row(
            "--memory relaxd",
            "--memory: relaxd (expected: one of in-order, fifo, relaxed;"
                + " did you mean 'relaxed'?)"),
        row(
            "--memory relaxed:hnak,all",
            "--memory: hnak (expected: one of dmb, hank, payload; did you mean 'hank'?)",
            "--memory: all (expected: one of dmb, hank, payload)"),
        row("--memory relaxed:", "--memory: nothing (expected: one of dmb, hank, payload)"),
        row(
            "--memory fifo:hank",
            "--memory: fifo:hank (expected: fifo alone, as only relaxed memory has places that"
                + " pass)"),
        row("--kernel-sync on", "--kernel-sync: on (expected: one of none, start, barrier)"),
        row(
            "--shutdown anytime",
            "--shutdown: anytime (expected: one of normal, any-time, emergency;"
                + " did you mean 'any-time'?)"),
        row(
            "--startup report",
            "--startup: report (expected: one of handshake, report-first, none;"
                + " did you mean 'report-first'?)"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        row("--tasks 0", "--tasks: 0 (expected: a whole number, 1 to 15)"),
        row("--tasks 16", "--tasks: 16 (expected: a whole number, 1 to 15)"),
        row("--tasks 0x4", "--tasks: 0x4 (expected: a whole number, 1 to 15)"),
        row("--tasks -1", "--tasks: -1 (expected: a whole number, 1 to 15)"),
        row("--tasks four", "--tasks: four (expected: a whole number, 1 to 15)"),
        row(
            "--tasks 99999999999999999999",
            "--tasks: 99999999999999999999 (expected: a whole number, 1 to 15)"),
        row(
            "--tasks 8 --shapes AIV_X2 --cores aiv=2 --placement select-aiv",
            "--tasks: 8 (expected: at most 15 dispatches on one core, these make 16)"),
        row("--threads 3", "--threads: 3 (expected: a whole number, 1 to 2)"),
        row("--cores 2", "--cores: 2 (expected: aic=N,aiv=N, 1 to 4 in all)"),
        row("--cores aic=1,", "--cores: nothing (expected: aic=N,aiv=N, 1 to 4 in all)"),
        row("--cores aic=3,aiv=2", "--cores: aic=3,aiv=2 (expected: 1 to 4 cores in all)"),
        row("--cores aic=0", "--cores: aic=0 (expected: 1 to 4 cores in all)"),
        row("--cores aic=1,aic=1", "--cores: aic a second time (expected: each value once)"),
        row("--cores aic=1,avi=1", "--cores: avi (expected: one of aic, aiv; did you mean 'aiv'?)"),
        row(
            "--cores aiv=2",
            "--shapes: AIC_ONLY (expected: one of AIV_X1, AIV_X2, as the cores are aic=0,aiv=2)"),
        row("--id-modulus 0", "--id-modulus: 0 (expected: a whole number, 1 to 2147483632)"),
        row(
            "--first-id 0x7FFFFFF0",
            "--first-id: 0x7FFFFFF0 (expected: a whole number, 0 to 2147483631)"),
        row(
            "--fault narrow-reserved-ids --id-modulus 4",
            "--fault: narrow-reserved-ids with --id-modulus (expected: no --id-modulus, as only"
                + " the full counter skips ids)"),
        row("--hand-over", "--hand-over: with one thread (expected: --threads 2)"),
        row(
            "--suite --tasks 3 --without slot-flip --limit 1000 --json",
            suite("--tasks"),
            suite("--without"),
            suite("--json")),
        row("--gated --tasks 1", "--gated: with one task (expected: --tasks 2 or more)"),
        row("--limit 1e6", "--limit: 1e6 (expected: a whole number, 1 to 1500000000)"),
        row(
            "--limit 1500000001",
            "--limit: 1500000001 (expected: a whole number, 1 to 1500000000)"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyProblemSaysWhatWasExpectedAndTheNearestName(String words, String[] problems) {
    Outcome outcome = ackfin(("verify " + words).split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    StringBuilder expected = new StringBuilder();
    for (String problem : problems) {
      expected.append("verify: ").append(problem).append('\n');
    }
    expected.append(problems.length == 1 ? "1 problem\n" : problems.length + " problems\n");
    assertThat(outcome.err()).isEqualTo(expected.toString());
  }

  @Test
  void problemsOfAllOptionsAreToldAtOnce() {
    Outcome outcome =
        ackfin(
            ("verify --variant a --without b --with c --fault d --id-modulus e --first-id f"
                    + " --startup g --tasks h --shapes i --cores j --threads k --placement l"
                    + " --dispatch m --memory n --kernel-sync o --shutdown p --limit q")
                .split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines().map(line -> line.replaceAll("verify: (\\S+): .*", "$1")))
        .containsExactly(
            "--variant",
            "--without",
            "--with",
            "--fault",
            "--id-modulus",
            "--first-id",
            "--startup",
            "--tasks",
            "--shapes",
            "--cores",
            "--threads",
            "--placement",
            "--dispatch",
            "--memory",
            "--kernel-sync",
            "--shutdown",
            "--limit",
            "17 problems");
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void optionsThatAreNoneEndWithTwoAndAMessage(String words, String message) {
    Outcome outcome = ackfin(("verify " + words).split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains(message).doesNotContain("\tat ");
  }

  static Stream<Arguments> misuses() {
    return Stream.of(
        Arguments.of("--varaint dual-slot", "--variant"),
        Arguments.of("--tasks 3 --tasks 4", "'--tasks' (N) should be specified only once"),
        Arguments.of("--without", "Missing required parameter for option '--without'"),
        Arguments.of("scenario.yaml", "Unmatched argument at index 1: 'scenario.yaml'"));
  }
}
