package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.verify.ProcessSystem.Rule;
import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With symmetry fewer states are found, and everything else is the same: what breaks, how long the
 * shortest ways are, and whether a fair run can go on for ever. The steps told can be taken, by the
 * processes that are named.
 */
@Tag("unit")
class SymmetryTest {
  private static final SearchOptions PLAIN = SearchOptions.within(100_000, 1 << 26);

  private static SearchResult search(ProcessSystem system, SearchOptions options) {
    return new Search(system, system, options, SearchWatcher.none()).run();
  }

  /** 2^3 without anyone inside and 3 * 2^2 with one; in any order, 4 and 3. */
  @Test
  void threeThatExcludeEachOtherAreTwentyStatesOrSeven() {
    SearchResult plain = search(ProcessSystem.mutualExclusion(), PLAIN);
    SearchResult symmetric = search(ProcessSystem.mutualExclusion(), PLAIN.withSymmetry());

    assertThat(plain.states()).isEqualTo(20);
    assertThat(symmetric.states()).isEqualTo(7);
    assertThat(plain.cycles()).isEqualTo(Cycles.LIVELOCK);
    assertThat(symmetric.cycles()).isEqualTo(Cycles.LIVELOCK);
  }

  /**
   * After three steps the two have changed places, which is the same state; after six they are
   * back.
   */
  @Test
  void aRoundThatMakesProcessesChangePlacesIsToldUntilItCloses() {
    List<Rule> rules =
        List.of(
            new Rule(0, 3, 1, 0, 0),
            new Rule(0, 0, 2, 1, 0),
            new Rule(1, 1, 0, 2, 0),
            new Rule(2, 2, 1, 0, 0));
    ProcessSystem system = new ProcessSystem(2, 3, rules, -1, 0);

    SearchResult plain = search(system, PLAIN);
    SearchResult symmetric = search(system, PLAIN.withSymmetry());

    assertThat(plain.states()).isEqualTo(7);
    assertThat(symmetric.states()).isEqualTo(4);
    Counterexample broken = symmetric.broken().get(0);
    assertThat(broken.reason()).startsWith("the last 6 steps ");
    assertThat(broken.steps()).hasSize(7);
    assertThat(broken.steps().get(1).who()).isEqualTo(broken.steps().get(6).value());
  }

  /** One token that is passed on: sorted, there is one state with a step to itself. */
  @Test
  void aStepThatOnlyMakesCoresChangePlacesIsNoWait() {
    PassedToken system = new PassedToken();
    SearchResult symmetric =
        new Search(system, system, PLAIN.withSymmetry(), SearchWatcher.none()).run();

    assertThat(symmetric.states()).isEqualTo(1);
    assertThat(symmetric.transitions()).isEqualTo(1);
    assertThat(symmetric.cycles()).isEqualTo(Cycles.LIVELOCK);
    assertThat(symmetric.broken())
        .singleElement()
        .satisfies(
            broken -> assertThat(broken.steps()).extracting(Step::value).containsExactly("1", "0"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("property")
  void symmetryChangesNoVerdict(boolean compaction) {
    SearchOptions options = PLAIN.withSymmetry();
    SearchOptions symmetry = compaction ? options.withCompaction() : options;
    int livelocks = 0;
    for (int seed = 0; seed < 1_500; seed++) {
      ProcessSystem system = random(new Random(seed));
      NaiveSearch naive = new NaiveSearch(system);
      SearchResult symmetric = search(system, symmetry);

      String description = "seed " + seed;
      assertThat(symmetric.end()).isEqualTo(End.FINISHED);
      assertThat(symmetric.depth()).as(description).isEqualTo(naive.depth());
      assertThat(symmetric.states()).as(description).isEqualTo(representatives(system, naive));
      RandomSystemsTest.assertSameVerdict(symmetric, naive, description);
      livelocks += symmetric.cycles() == Cycles.LIVELOCK ? 1 : 0;
    }
    assertThat(livelocks).isBetween(100, 1_400);
  }

  private static long representatives(ProcessSystem system, NaiveSearch naive) {
    return naive.states.stream()
        .map(
            state -> {
              long[] representative = state.clone();
              system.canonical(representative);
              return system.situation(representative);
            })
        .distinct()
        .count();
  }

  private static ProcessSystem random(Random random) {
    int places = 2 + random.nextInt(3);
    int values = 1 + random.nextInt(3);
    List<Rule> rules = new ArrayList<>();
    int count = 2 + random.nextInt(7);
    for (int i = 0; i < count; i++) {
      int broken = random.nextInt(12) == 0 ? 1 << random.nextInt(4) : 0;
      rules.add(
          new Rule(
              random.nextInt(places),
              random.nextInt(values),
              random.nextInt(places),
              random.nextInt(values),
              broken));
    }
    int away = random.nextInt(3) == 0 ? random.nextInt(1 << places) : 0;
    return new ProcessSystem(2 + random.nextInt(2), 0, rules, random.nextInt(2 * values), away);
  }
}
