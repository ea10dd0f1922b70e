package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.SearchResult.Cycles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is a livelock, one rule at a time. */
@Tag("unit")
class CycleSearchTest {
  private static final SearchOptions OPTIONS = SearchOptions.within(1_000_000, 1L << 28);

  private static SearchResult search(GraphSystem system) {
    return new Search(system, system, OPTIONS, SearchWatcher.none()).run();
  }

  private static Counterexample livelock(GraphSystem system) {
    SearchResult result = search(system);
    assertThat(result.cycles()).isEqualTo(Cycles.LIVELOCK);
    assertThat(result.finished()).isTrue();
    assertThat(result.broken())
        .extracting(Counterexample::invariant)
        .containsExactly(Invariant.PROGRESS);
    return result.broken().get(0);
  }

  /** Two states in turn; action 2 leads out of the first, of the second, or of both. */
  private static GraphSystem pair(boolean first, boolean second) {
    GraphSystem system = new GraphSystem(4).edge(0, 1).edge(1, 2, 0).edge(2, 1, 1).end(3);
    if (first) {
      system.edge(1, 3, 2);
    }
    if (second) {
      system.edge(2, 3, 2);
    }
    return system;
  }

  @Test
  void aRoundThatNothingLeadsOutOfIsALivelock() {
    Counterexample livelock = livelock(pair(false, false));

    assertThat(GraphSystem.nodes(livelock)).containsExactly(0, 1, 2, 1);
    assertThat(livelock.reason()).startsWith("the last 2 steps ");
  }

  @Test
  void anActionThatCanAlwaysBeTakenIsTakenOneDay() {
    assertThat(search(pair(true, true)).cycles()).isEqualTo(Cycles.UNFAIR);
    assertThat(search(pair(true, true)).broken()).isEmpty();
  }

  @Test
  void anActionThatIsRefusedAgainAndAgainMayNeverBeTaken() {
    livelock(pair(true, false));
    livelock(pair(false, true));
  }

  /** The round would do without action 2, but it is taken, and so nothing is owed to it. */
  @Test
  void theRoundTakesWhatItOwes() {
    Counterexample livelock = livelock(pair(true, true).edge(1, 2, 2));

    assertThat(livelock.steps()).extracting(step -> step.move().core()).contains(2);
  }

  @Test
  void aWaitIsNeitherTakingAnActionNorBeingAbleTo() {
    livelock(pair(true, false).edge(2, 2, 2));
    assertThat(search(pair(true, true).edge(2, 2, 2)).cycles()).isEqualTo(Cycles.UNFAIR);
  }

  @Test
  void aChoiceAtHomeIsOfferedIfItIsOfferedWheneverItsThreadIsAtHome() {
    assertThat(search(pair(true, false).excuse(2, 1 << 2)).cycles()).isEqualTo(Cycles.UNFAIR);
    livelock(pair(true, false).excuse(2, 1 << 3));
  }

  /** In 1 the thread of action 2 is at home and would be served; it stays in 2 and 3 for ever. */
  @Test
  void aRoundThatNeverComesHomeOwesNothingToChoicesAtHome() {
    GraphSystem system =
        new GraphSystem(5)
            .edge(0, 1)
            .edge(1, 4, 2)
            .edge(1, 2, 0)
            .edge(2, 3, 0)
            .edge(3, 2, 1)
            .edge(3, 1, 1)
            .excuse(2, 1 << 2)
            .excuse(3, 1 << 2)
            .end(4);

    assertThat(GraphSystem.nodes(livelock(system))).containsExactly(0, 1, 2, 3, 2);
  }

  /** Both 2, 3 and 4, 5 are such rounds, in one component with 1, and 4, 5 is complete first. */
  @Test
  void ofTwoSuchRoundsTheNearerOneIsTold() {
    GraphSystem system = new GraphSystem(7).edge(0, 1).edge(1, 6, 2).edge(1, 2, 0).end(6);
    system.edge(2, 3, 0).edge(3, 2, 1).edge(3, 4, 1).edge(4, 5, 0).edge(5, 4, 1).edge(5, 1, 1);
    for (int away = 2; away <= 5; away++) {
      system.excuse(away, 1 << 2);
    }

    assertThat(GraphSystem.nodes(livelock(system))).containsExactly(0, 1, 2, 3, 2);
  }

  @Test
  void whatNeedNeverHappenKeepsNothingGoing() {
    livelock(pair(true, true).optional(1 << 2));
    SearchResult stuck = search(new GraphSystem(2).edge(0, 1, 2).end(1).optional(1 << 2));
    assertThat(stuck.broken())
        .extracting(Counterexample::reason)
        .containsExactly("nothing has to happen any more, and this is no end");
  }

  @Test
  void aRunThatHasEndedDoesNotGoRound() {
    assertThat(search(pair(false, false).end(2)).cycles()).isEqualTo(Cycles.UNFAIR);
  }

  @Test
  void theLivelockWithTheShortestWayInIsTold() {
    GraphSystem system =
        new GraphSystem(6)
            .edge(0, 1)
            .edge(1, 2)
            .edge(2, 3)
            .edge(3, 2)
            .edge(0, 4)
            .edge(4, 5)
            .edge(5, 4);

    assertThat(GraphSystem.nodes(livelock(system))).containsExactly(0, 4, 5, 4);
  }

  @Test
  void aDeadlockIsToldBeforeALivelock() {
    GraphSystem both = new GraphSystem(4).edge(0, 1).edge(1, 0).edge(1, 2).edge(2, 3);
    assertThat(search(both).cycles()).isEqualTo(Cycles.NOT_NEEDED);
    assertThat(GraphSystem.nodes(search(both).broken().get(0))).containsExactly(0, 1, 2, 3);
  }

  /** Deeper than any thread's stack. */
  @Test
  void aLongRingIsOneRound() {
    int length = 100_000;
    GraphSystem ring = new GraphSystem(length);
    for (int node = 0; node < length; node++) {
      ring.edge(node, (node + 1) % length);
    }

    SearchResult result = search(ring);

    assertThat(result.states()).isEqualTo(length);
    assertThat(result.depth()).isEqualTo(length - 1);
    assertThat(result.broken().get(0).steps()).hasSize(length);
  }
}
