package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.verify.SearchResult.Cycles;
import io.ackfin.verify.SearchResult.End;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that is too big ends cleanly, and says what it knows. */
@Tag("unit")
class SearchLimitsTest {
  private static final int SIDE = 30;
  private static final long PLENTY = 1 << 26;

  /** A cube of nodes whose steps lead along its three edges, and one from the far corner back. */
  private static GraphSystem cube(boolean back) {
    GraphSystem system = new GraphSystem(SIDE * SIDE * SIDE);
    for (int node = 0; node < system.nodes(); node++) {
      int[] place = {node % SIDE, node / SIDE % SIDE, node / SIDE / SIDE};
      int stride = 1;
      for (int axis = 0; axis < place.length; axis++) {
        if (place[axis] < SIDE - 1) {
          system.edge(node, node + stride, axis);
        }
        stride *= SIDE;
      }
    }
    if (back) {
      system.edge(system.nodes() - 1, 0, 3);
    } else {
      system.end(system.nodes() - 1);
    }
    return system;
  }

  private static SearchResult search(GraphSystem system, SearchOptions options) {
    return new Search(system, system, options, SearchWatcher.none()).run();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCubeHasTheStatesStepsAndDepthThatItHas(boolean compaction) {
    SearchOptions options = SearchOptions.within(SIDE * SIDE * SIDE + 1, PLENTY);
    SearchResult result = search(cube(false), compaction ? options.withCompaction() : options);

    assertThat(result.end()).isEqualTo(End.FINISHED);
    assertThat(result.cycles()).isEqualTo(Cycles.NONE);
    assertThat(result.states()).isEqualTo(SIDE * SIDE * SIDE);
    assertThat(result.transitions()).isEqualTo(3 * SIDE * SIDE * (SIDE - 1));
    assertThat(result.depth()).isEqualTo(3 * (SIDE - 1));
    assertThat(result.missed()).isEqualTo(compaction ? 27_000.0 * 27_000 / 0x1p65 : 0);
    assertThat(result.bitsPerState()).isEqualTo(compaction ? 64 : 192);
  }

  @Test
  void aLimitOfStatesEndsTheSearchUnfinished() {
    SearchResult result = search(cube(false), SearchOptions.within(5_000, PLENTY));

    assertThat(result.end()).isEqualTo(End.STATE_LIMIT);
    assertThat(result.finished()).isFalse();
    assertThat(result.states()).isBetween(5_000, 5_200);
    assertThat(result.frontier()).isPositive();
    assertThat(result.broken()).isEmpty();
  }

  @Test
  void aViolationInFrontOfTheLimitIsTold() {
    GraphSystem system = cube(false).edge(new GraphSystem.Edge(1, 1, 0, 1, 0));
    SearchResult result = search(system, SearchOptions.within(1_000, PLENTY));

    assertThat(result.end()).isEqualTo(End.STATE_LIMIT);
    assertThat(GraphSystem.nodes(result.broken().get(0))).containsExactly(0, 1, 1);
  }

  /**
   * From too little for one state to plenty: no search takes more than it may, none fails, with
   * more memory none finds less, and one that finishes is right. In between, the states have room
   * and the steps, which cycles are found on, have not.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBudgetOfMemoryIsKept(boolean compaction) {
    GraphSystem system = cube(true);
    List<String> ends = new ArrayList<>();
    int states = 0;
    for (long bytes = 16; bytes <= 16 << 20; bytes += bytes / 4) {
      SearchOptions options = SearchOptions.within(1_000_000, bytes);
      SearchResult result = search(system, compaction ? options.withCompaction() : options);

      assertThat(result.bytes()).isLessThanOrEqualTo(bytes);
      assertThat(result.states()).isGreaterThanOrEqualTo(states);
      states = result.states();
      if (result.end() == End.FINISHED) {
        assertThat(states).isEqualTo(system.nodes());
      }
      String end = result.end() + " " + result.cycles();
      if (ends.isEmpty() || !ends.get(ends.size() - 1).equals(end)) {
        ends.add(end);
      }
    }
    assertThat(ends).containsExactly("MEMORY_LIMIT NONE", "FINISHED UNKNOWN", "FINISHED LIVELOCK");
  }

  @Test
  void theWatcherIsToldHowFarItIsAndStopsIt() {
    List<Integer> told = new ArrayList<>();
    SearchWatcher impatient =
        new SearchWatcher() {
          @Override
          public boolean stop() {
            return told.size() == 3;
          }

          @Override
          public void progress(int states, int frontier, int depth) {
            told.add(states);
            assertThat(frontier).isBetween(1, states);
            assertThat(depth).isBetween(0, 3 * SIDE);
          }
        };
    GraphSystem system = cube(true);
    SearchOptions options = SearchOptions.within(1_000_000, PLENTY);
    SearchResult result = new Search(system, system, options, impatient).run();

    assertThat(result.end()).isEqualTo(End.STOPPED);
    assertThat(result.finished()).isFalse();
    assertThat(told).hasSize(3).isSorted().first().isEqualTo(1);
    assertThat(result.states()).isBetween(told.get(2), system.nodes() - 1);
  }

  @Test
  void aStopWhileCyclesAreLookedForLeavesThemUnknown() {
    GraphSystem system = cube(true);
    boolean[] found = new boolean[1];
    SearchWatcher watcher =
        new SearchWatcher() {
          @Override
          public boolean stop() {
            return found[0];
          }

          @Override
          public void progress(int states, int frontier, int depth) {}
        };
    system.whenLeft(system.nodes() - 1, () -> found[0] = true);
    SearchOptions options = SearchOptions.within(1_000_000, PLENTY);
    SearchResult result = new Search(system, system, options, watcher).run();

    assertThat(result.end()).isEqualTo(End.FINISHED);
    assertThat(result.cycles()).isEqualTo(Cycles.UNKNOWN);
    assertThat(result.finished()).isFalse();
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> SearchOptions.within(0, PLENTY))
        .hasMessage("states: 0 (expected: 1 to 1500000000)");
    assertThatThrownBy(() -> SearchOptions.within(1, 0))
        .hasMessage("bytes: 0 (expected: 1 or more)");
  }
}
