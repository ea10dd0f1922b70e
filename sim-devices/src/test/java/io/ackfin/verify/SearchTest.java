package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.GraphSystem.Edge;
import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class SearchTest {
  private static final SearchOptions OPTIONS = SearchOptions.within(1_000, 1 << 24);
  private static final int RUNS_ONCE = 1 << Invariant.RUNS_ONCE.ordinal();
  private static final int SLOT_STABLE = 1 << Invariant.SLOT_STABLE.ordinal();

  private static SearchResult search(GraphSystem system) {
    return new Search(system, system, OPTIONS, SearchWatcher.none()).run();
  }

  @Test
  void aDiamondIsFourStatesAndHolds() {
    SearchResult result =
        search(new GraphSystem(5).edge(0, 1).edge(0, 2).edge(1, 3).edge(2, 3).end(3));

    assertThat(result.end()).isEqualTo(End.FINISHED);
    assertThat(result.cycles()).isEqualTo(Cycles.NONE);
    assertThat(result.finished()).isTrue();
    assertThat(result.states()).isEqualTo(4);
    assertThat(result.frontier()).isZero();
    assertThat(result.transitions()).isEqualTo(4);
    assertThat(result.depth()).isEqualTo(2);
    assertThat(result.broken()).isEmpty();
    assertThat(result.bitsPerState()).isEqualTo(3 * 64);
    assertThat(result.missed()).isZero();
  }

  @Test
  void aWaitIsNoTransitionButWhatItShowsCounts() {
    SearchResult result =
        search(
            new GraphSystem(2)
                .edge(new Edge(0, 0, 0, RUNS_ONCE, Noted.GUARD_WAIT))
                .edge(0, 1)
                .end(1));

    assertThat(result.transitions()).isEqualTo(1);
    assertThat(result.coverage().guardWaits()).isEqualTo(1);
    assertThat(result.broken()).hasSize(1);
    assertThat(GraphSystem.nodes(result.broken().get(0))).containsExactly(0, 0);
  }

  @Test
  void theFirstViolationOfEachInvariantIsToldWithAShortestWay() {
    SearchResult result =
        search(
            new GraphSystem(6)
                .edge(0, 1)
                .edge(0, 2)
                .edge(1, 3)
                .edge(new Edge(2, 4, 0, SLOT_STABLE, 0))
                .edge(new Edge(3, 4, 0, SLOT_STABLE | RUNS_ONCE, 0))
                .edge(4, 5)
                .end(5));

    assertThat(result.states()).isEqualTo(6);
    assertThat(result.broken())
        .extracting(Counterexample::invariant)
        .containsExactly(Invariant.RUNS_ONCE, Invariant.SLOT_STABLE);
    assertThat(GraphSystem.nodes(result.broken().get(0))).containsExactly(0, 1, 3, 4);
    assertThat(GraphSystem.nodes(result.broken().get(1))).containsExactly(0, 2, 4);
    assertThat(result.broken().get(1).reason()).isEqualTo("slot-stable at 2");
    assertThat(result.broken().get(1).situation()).containsExactly("4");
  }

  @Test
  void aStateThatOnlyWaitsIsADeadlockUnlessItIsAnEnd() {
    GraphSystem system = new GraphSystem(4).edge(0, 1).edge(1, 2).edge(1, 3).edge(2, 2).end(3);

    SearchResult result = search(system);

    assertThat(result.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.invariant()).isEqualTo(Invariant.PROGRESS);
              assertThat(GraphSystem.nodes(broken)).containsExactly(0, 1, 2);
            });
    assertThat(search(system.end(2)).broken()).isEmpty();
  }

  @Test
  void eachInvariantIsToldWithItsOwnStepAndInOrder() {
    int producersFirst = 1 << Invariant.PRODUCERS_FIRST.ordinal();
    SearchResult result =
        search(
            new GraphSystem(4)
                .edge(new Edge(0, 1, 0, producersFirst, 0))
                .edge(new Edge(0, 2, 0, SLOT_STABLE, 0))
                .edge(0, 3));

    assertThat(result.broken())
        .extracting(Counterexample::invariant)
        .containsExactly(Invariant.SLOT_STABLE, Invariant.PROGRESS, Invariant.PRODUCERS_FIRST);
    assertThat(result.broken())
        .extracting(GraphSystem::nodes)
        .containsExactly(List.of(0, 2), List.of(0, 1), List.of(0, 1));
  }

  @Test
  void whatPollsShowIsCountedByCaseAndCell() {
    int caseB = 2 << Noted.CASE_SHIFT;
    SearchResult result =
        search(
            new GraphSystem(3)
                .edge(new Edge(0, 1, 0, 0, Noted.POLLED | caseB | 13))
                .edge(new Edge(0, 2, 0, 0, Noted.POLLED | caseB | 31))
                .edge(new Edge(1, 2, 0, 0, Noted.FIN_SKIP | Noted.ABORT))
                .end(2));

    Coverage coverage = result.coverage();
    assertThat(coverage.cases(2)).isEqualTo(2);
    assertThat(coverage.cases(0)).isZero();
    assertThat(coverage.inputs(13)).isEqualTo(1);
    assertThat(coverage.inputs(31)).isEqualTo(1);
    assertThat(coverage.inputs(0)).isZero();
    assertThat(List.of(coverage.finSkips(), coverage.aborts(), coverage.guardWaits()))
        .containsExactly(1L, 1L, 0L);
  }
}
