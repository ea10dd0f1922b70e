package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.Placement;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.KernelSync;
import io.ackfin.verify.naive.NaiveExplorer;
import io.ackfin.verify.naive.Result;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both explorers on systems that nobody thought of; the seed names the system. */
@Tag("property")
class DrawnSystemsTest {
  private static final int MOST_STATES = 4_000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 150).filter(DrawnSystemsTest::isCompared);
  }

  private static boolean isCompared(long seed) {
    BoundedSystem system = DrawnSystem.of(seed);
    if (isReadInTwoWays(system)) {
      return false;
    }
    Answer answer = packed(system);
    return answer.unfinished().isEmpty() && answer.states() < MOST_STATES;
  }

  /**
   * Where the explorers differ by design: which vector core the first of two subtasks may go to if
   * the task may go anywhere, and whether the payload of a dispatch that was given up keeps its
   * task.
   */
  private static boolean isReadInTwoWays(BoundedSystem system) {
    boolean twoVectors = system.shapes().stream().anyMatch(shape -> shape.vectors() == 2);
    boolean anyFirst = system.anyCore() && system.placement() == Placement.SELECT_AIV;
    boolean givesUp = system.protocol().with().contains(Addition.GUARD_ABORT);
    boolean tasksMatter = system.gated() || system.kernelSync() != KernelSync.NONE;
    return (twoVectors && anyFirst) || (givesUp && tasksMatter);
  }

  private static Answer packed(BoundedSystem system) {
    ExplorerOptions options = new ExplorerOptions(MOST_STATES, 1L << 28, false, false);
    return Explorer.explore(system, options, SearchWatcher.none());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothReachTheSameSituationsAndBreakTheSameInvariantsAsSoon(long seed) {
    BoundedSystem system = DrawnSystem.of(seed);
    Result naive = NaiveExplorer.explore(system);
    assertThat(lengths(packed(system).violated()))
        .as("%s", system)
        .isEqualTo(lengths(naive.violated().values()));
    assertThat(SoundnessTest.situations(system)).as("%s", system).isEqualTo(naive.situations());
  }

  private static Map<Invariant, Integer> lengths(Collection<Counterexample> ways) {
    Map<Invariant, Integer> lengths = new EnumMap<>(Invariant.class);
    ways.forEach(way -> lengths.put(way.invariant(), way.steps().size()));
    return lengths;
  }
}
