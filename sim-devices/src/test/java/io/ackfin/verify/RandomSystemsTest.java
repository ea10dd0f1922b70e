package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.GraphSystem.Edge;
import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A search finds what a naive one finds, on systems drawn at random: as many states and
 * transitions, the same depth, the same invariants by ways of the same length, and the same verdict
 * on progress. Every way that it tells can be taken.
 */
@Tag("property")
class RandomSystemsTest {
  private static final SearchOptions OPTIONS = SearchOptions.within(100_000, 1 << 26);
  private static final int PROGRESS = Invariant.PROGRESS.ordinal();

  /** An action that is offered at home, leads to the last node and does nothing else. */
  private static final int LEADING_OUT = 6;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void graphsAreSearchedAsTheNaiveSearchDoes(boolean compaction) {
    SearchOptions options = compaction ? OPTIONS.withCompaction() : OPTIONS;
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      GraphSystem system = graph(random, 1 + random.nextInt(60));
      NaiveSearch naive = new NaiveSearch(system);
      SearchResult result = new Search(system, system, options, SearchWatcher.none()).run();

      assertSame(result, naive, "seed " + seed);
      result.broken().forEach(broken -> assertIsWay(broken, naive));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 7})
  void livelocksAreThoseThatTryingAllSetsFinds(int nodes) {
    int livelocks = 0;
    for (int seed = 0; seed < 700; seed++) {
      GraphSystem system = graph(new Random(seed), nodes);
      NaiveSearch naive = new NaiveSearch(system);
      SearchResult result = new Search(system, system, OPTIONS, SearchWatcher.none()).run();

      boolean expected = naive.livelockByTryingAllSets();
      assertThat(naive.livelock()).as("seed %d", seed).isEqualTo(expected);
      if (result.cycles() != Cycles.NOT_NEEDED) {
        assertThat(result.cycles() == Cycles.LIVELOCK).as("seed %d", seed).isEqualTo(expected);
        livelocks += expected ? 1 : 0;
      }
    }
    assertThat(livelocks).isBetween(50, 650);
  }

  private static GraphSystem graph(Random random, int nodes) {
    GraphSystem system = new GraphSystem(nodes);
    int actions = 1 + random.nextInt(6);
    double leaves = random.nextDouble() * 0.2;
    double away = random.nextDouble() * 0.8;
    double leads = random.nextInt(2);
    long choices = random.nextInt(1 << actions) | 1 << LEADING_OUT;
    double backwards = random.nextDouble() * 0.5;
    if (random.nextInt(4) == 0) {
      system.optional(1 << random.nextInt(actions));
    }
    for (int node = 0; node < nodes; node++) {
      if (random.nextDouble() < leaves) {
        system.end(node);
      }
      int edges = random.nextInt(4) + (random.nextInt(10) == 0 ? 0 : 1);
      for (int i = 0; i < edges; i++) {
        boolean back = random.nextDouble() < backwards;
        int to = back ? random.nextInt(node + 1) : node + random.nextInt(nodes - node);
        int broken = random.nextInt(40) == 0 ? 1 << random.nextInt(PROGRESS) : 0;
        system.edge(new Edge(node, to, random.nextInt(actions), broken, 0));
      }
      if (random.nextDouble() < away) {
        system.excuse(node, choices | random.nextInt(1 << actions));
      } else if (random.nextDouble() < leads) {
        system.edge(node, nodes - 1, LEADING_OUT);
      }
    }
    return system;
  }

  static void assertSame(SearchResult result, NaiveSearch naive, String description) {
    assertThat(result.end()).as(description).isEqualTo(End.FINISHED);
    assertThat(result.states()).as(description).isEqualTo(naive.states.size());
    assertThat(result.transitions()).as(description).isEqualTo(naive.transitions);
    assertThat(result.depth()).as(description).isEqualTo(naive.depth());
    assertSameVerdict(result, naive, description);
  }

  static void assertSameVerdict(SearchResult result, NaiveSearch naive, String description) {
    for (Invariant invariant : Invariant.values()) {
      int length =
          result.broken().stream()
              .filter(broken -> broken.invariant() == invariant)
              .mapToInt(broken -> broken.steps().size())
              .findAny()
              .orElse(-1);
      if (invariant != Invariant.PROGRESS) {
        int expected = naive.broken.getOrDefault(invariant.ordinal(), -1);
        assertThat(length).as(description).isEqualTo(expected);
      } else if (naive.deadlock >= 0) {
        assertThat(length).as(description).isEqualTo(naive.deadlock);
        assertThat(result.cycles()).as(description).isIn(Cycles.NONE, Cycles.NOT_NEEDED);
      } else {
        boolean livelock = naive.livelock();
        assertThat(length > 0).as(description).isEqualTo(livelock);
        Cycles cycles = livelock ? Cycles.LIVELOCK : naive.cyclic() ? Cycles.UNFAIR : Cycles.NONE;
        assertThat(result.cycles()).as(description).isEqualTo(cycles);
      }
    }
  }

  /**
   * The steps follow one another, and the last of a livelock's close a round that wrongs no one.
   */
  private static void assertIsWay(Counterexample broken, NaiveSearch naive) {
    int at = 0;
    for (Step step : broken.steps()) {
      assertThat(step.who()).isEqualTo("" + GraphSystem.node(naive.states.get(at)));
      int to = naive.numberOf(GraphSystem.situationOf(step.move().argument()));
      int action = step.move().core();
      boolean wait = to == at;
      assertThat(wait || naive.changes.get(at).contains(new NaiveSearch.Change(to, action)))
          .isTrue();
      at = to;
    }
    if (broken.reason().startsWith("the last ")) {
      assertIsFairRound(broken, naive, at);
    }
  }

  private static void assertIsFairRound(Counterexample broken, NaiveSearch naive, int end) {
    int round = Integer.parseInt(broken.reason().replaceAll("\\D", ""));
    int length = broken.steps().size();
    BitSet visited = new BitSet();
    long taken = 0;
    for (Step step : broken.steps().subList(length - round, length)) {
      visited.set(naive.numberOf(GraphSystem.situationOf(step.move().argument())));
      taken |= 1L << step.move().core();
    }
    assertThat(round).isPositive();
    assertThat(GraphSystem.nodes(broken).get(length - round))
        .isEqualTo((int) naive.states.get(end)[0]);
    assertThat(naive.wronged(visited, taken)).isZero();
  }
}
