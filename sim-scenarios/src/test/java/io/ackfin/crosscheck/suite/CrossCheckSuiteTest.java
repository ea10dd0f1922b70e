package io.ackfin.crosscheck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.crosscheck.CrossCheck;
import io.ackfin.crosscheck.CrossCheckResult;
import io.ackfin.crosscheck.RealRounds;
import io.ackfin.crosscheck.RoundWatcher;
import io.ackfin.crosscheck.judge.Judgement;
import io.ackfin.crosscheck.real.RuntimePlans;
import io.ackfin.handshake.Variant;
import io.ackfin.scenario.Scenario;
import io.ackfin.workload.GraphGenerator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The suite in small: one round of each row, every row with few tasks. */
@Tag("crosscheck")
@Timeout(300)
class CrossCheckSuiteTest {
  private static final List<SuiteRow> ROWS = CrossCheckSuite.rows(60);

  @Test
  void modelAndRuntimeAgreeOnEveryRow() {
    List<CrossCheckResult> results = new ArrayList<>();
    for (SuiteRow row : ROWS) {
      CrossCheckResult result =
          CrossCheck.of(
              new RealRounds(RuntimePlans.of(row.scenario()), Set.of(), 1), RoundWatcher.NONE);
      assertThat(result.verdict())
          .as("%s %s %s%n%s", row.name(), result.failures(), result.judgement(), row.yaml())
          .isEqualTo(CrossCheckResult.Verdict.AGREES);
      results.add(result);
    }
    CrossCheckResult sum = CrossCheckResult.together("suite", results);
    assertThat(sum.rounds()).isEqualTo(ROWS.size());
    assertThat(sum.missingCases()).isEmpty();
    Judgement judgement = sum.judgement();
    assertThat(judgement.coverage().handOvers()).isPositive();
    assertThat(judgement.coverage().finSkips()).isPositive();
  }

  @Test
  void rowsHaveEveryVariantGraphAndNumberOfCores() {
    Set<Variant> variants = new LinkedHashSet<>();
    Set<String> graphs = new LinkedHashSet<>();
    Set<Integer> cores = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    for (SuiteRow row : ROWS) {
      Scenario scenario = row.scenario();
      assertThat(scenario.name()).isEqualTo(row.name());
      variants.add(scenario.protocol().variant());
      graphs.add(((GraphGenerator) scenario.workload().source()).kind());
      cores.add(scenario.soc().spec().cores());
      names.add(row.name());
    }
    assertThat(variants).containsExactly(Variant.values());
    assertThat(graphs).containsExactlyInAnyOrder("independent", "chain", "mixed", "layered");
    assertThat(cores).containsExactly(1, 2, 3, 9, 72);
    assertThat(names).hasSameSizeAs(ROWS);
  }
}
