package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.verify.naive.NaiveExplorer;
import io.ackfin.verify.naive.Result;
import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the packed explorer to the naive one, which was written from the rules without looking at
 * it: the same situations can be reached, and the same invariants break.
 */
@Tag("property")
class SoundnessTest {
  static Stream<SuiteRow> rows() {
    return Suite.rows().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void bothReachTheSameSituations(SuiteRow row) {
    Answer answer =
        Explorer.explore(
            row.system(),
            new ExplorerOptions(20_000, 1L << 30, false, false),
            SearchWatcher.none());
    if (answer.verdict() == Verdict.UNFINISHED || answer.states() > 12_000) {
      return;
    }
    Result naive = NaiveExplorer.explore(row.system());
    assertThat(differences(situations(row.system()), naive.situations())).isEmpty();
  }

  static Set<String> situations(BoundedSystem bounded) {
    HandshakeSystem system = new HandshakeSystem(bounded);
    Set<java.util.List<Long>> seen = new HashSet<>();
    Set<String> keys = new HashSet<>();
    Deque<long[]> open = new ArrayDeque<>();
    long[] initial = new long[system.words()];
    system.initial(initial);
    open.add(initial);
    seen.add(Arrays.stream(initial).boxed().toList());
    while (!open.isEmpty()) {
      long[] at = open.remove();
      keys.add(PackedKey.of(system.parts(), at));
      system.successors(
          at,
          (move, action, broken, noted, to) -> {
            if (seen.add(Arrays.stream(to).boxed().toList())) {
              open.add(to.clone());
            }
          });
    }
    return keys;
  }

  private static String differences(Set<String> packed, Set<String> naive) {
    Set<String> onlyPacked = new TreeSet<>(packed);
    onlyPacked.removeAll(naive);
    Set<String> onlyNaive = new TreeSet<>(naive);
    onlyNaive.removeAll(packed);
    if (onlyPacked.isEmpty() && onlyNaive.isEmpty()) {
      return "";
    }
    return packed.size()
        + " and "
        + naive.size()
        + ", only packed "
        + onlyPacked.size()
        + ": "
        + onlyPacked.stream().findFirst().orElse("")
        + "\nonly naive "
        + onlyNaive.size()
        + ": "
        + onlyNaive.stream().findFirst().orElse("");
  }
}
