package io.ackfin.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.CrossCheckResult.Verdict;
import io.ackfin.crosscheck.judge.CheckKind;
import io.ackfin.crosscheck.judge.CheckResult;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.judge.RunCoverage;
import io.ackfin.crosscheck.timing.TimelineComparison;
import io.ackfin.protocol.CompletionCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
public class CrossCheckResultTest {
  /** A judgement in which each check compared 10 and found so many differences. */
  public static Judgement judgement(int... differences) {
    List<CheckResult> checks = new ArrayList<>();
    for (int i = 0; i < differences.length; i++) {
      List<String> first = differences[i] == 0 ? List.of() : List.of("it differs", "in check " + i);
      checks.add(new CheckResult(CheckKind.values()[i], 10, differences[i], first));
    }
    Map<String, Long> edges = new LinkedHashMap<>();
    edges.put("core READ_DMB -> INVALIDATE", 3L);
    edges.put("scheduler HOME -> POLL", 0L);
    Map<CompletionCase, Long> cases = new LinkedHashMap<>();
    Arrays.stream(CompletionCase.values())
        .filter(taken -> taken != CompletionCase.NONE)
        .forEach(taken -> cases.put(taken, (long) taken.ordinal()));
    return new Judgement(checks, new RunCoverage(cases, 4, 5, 6, edges));
  }

  /** A result of 2 rounds of 3. */
  public static CrossCheckResult result(Judgement judgement, String... failures) {
    return new CrossCheckResult(
        "some",
        3,
        2,
        1,
        1,
        List.of(failures),
        false,
        judgement,
        EnumSet.range(CompletionCase.A, CompletionCase.D),
        TimelineComparison.not("not timed"));
  }

  @Test
  void theWorstDecidesTheVerdict() {
    assertThat(result(judgement(0, 0, 0, 0)).verdict()).isEqualTo(Verdict.AGREES);
    assertThat(result(judgement(1, 0, 0, 0)).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(result(judgement(0, 0, 2, 0)).verdict()).isEqualTo(Verdict.DIFFERS);
    assertThat(result(judgement(1, 0, 0, 1)).verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(result(judgement(0, 0, 0, 0), "round 1: x").verdict()).isEqualTo(Verdict.VIOLATED);
  }

  /** What compared nothing found nothing out. */
  @Test
  void aCheckThatComparedNothingAgreesWithNothing() {
    assertThat(result(CrossCheck.NOTHING).verdict()).isEqualTo(Verdict.EMPTY);
    List<CheckResult> checks = new ArrayList<>(judgement(0, 0, 0, 0).checks());
    checks.set(1, new CheckResult(CheckKind.REGISTERS, 0, 0, List.of()));
    Judgement idle = new Judgement(checks, judgement(0, 0, 0, 0).coverage());
    assertThat(result(idle).verdict()).isEqualTo(Verdict.EMPTY);
    assertThat(result(idle, "round 1: x").verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void missingCasesAreThoseThatTheVariantHas() {
    Judgement none = CrossCheck.NOTHING;
    assertThat(result(none).missingCases())
        .containsExactly(CompletionCase.A, CompletionCase.B, CompletionCase.C, CompletionCase.D);
    CrossCheckResult single =
        new CrossCheckResult(
            "s",
            1,
            1,
            1,
            0,
            List.of(),
            false,
            none,
            Set.of(CompletionCase.C),
            TimelineComparison.not(""));
    assertThat(single.missingCases()).containsExactly(CompletionCase.C);
  }

  @Test
  void severalResultsAddUp() {
    CrossCheckResult sum =
        CrossCheckResult.together(
            "all", List.of(result(judgement(0, 1, 0, 0)), result(judgement(0, 2, 0, 0), "f")));
    assertThat(sum.rounds()).isEqualTo(4);
    assertThat(sum.withAllCases()).isEqualTo(2);
    assertThat(sum.wanted()).isEqualTo(6);
    assertThat(sum.unjudged()).isEqualTo(2);
    assertThat(sum.failures()).containsExactly("some, f");
    assertThat(sum.compared()).isEqualTo(80);
    assertThat(sum.differences()).isEqualTo(3);
    assertThat(sum.judgement().checks().get(1).first()).containsExactly("it differs", "in check 1");
    RunCoverage coverage = sum.judgement().coverage();
    assertThat(coverage.guardWaits()).isEqualTo(8);
    assertThat(coverage.finSkips()).isEqualTo(10);
    assertThat(coverage.handOvers()).isEqualTo(12);
    assertThat(coverage.edges().values()).containsExactly(6L, 0L);
    assertThat(coverage.cases().keySet())
        .containsExactly(CompletionCase.A, CompletionCase.B, CompletionCase.C, CompletionCase.D);
    assertThat(coverage.cases().get(CompletionCase.C))
        .isEqualTo(2L * CompletionCase.C.ordinal())
        .isPositive();
    assertThat(coverage.neverTaken()).containsExactly("scheduler HOME -> POLL");
  }
}
