package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.handshake.Addition;
import io.ackfin.handshake.MemoryMode;
import io.ackfin.handshake.Protection;
import io.ackfin.handshake.Protocol;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Taking identical cores as one, and keeping hashes alone, change no verdict and no length. */
@Tag("property")
class SameVerdictTest {
  private static final long BYTES = 1L << 29;
  private static final int MOST_COMPACTED = 60_000;
  private static final int LIMIT = 400_000;

  @Test
  void symmetryChangesNoVerdict() {
    int smaller = 0;
    for (BoundedSystem system : symmetric()) {
      Answer whole = explore(system, false, false);
      Answer quotient = explore(system, true, false);
      assertThat(quotient.symmetric()).as("%s", system).isTrue();
      assertThat(whole.unfinished()).as("%s", system).isEmpty();
      assertThat(lengths(quotient)).as("%s", system).isEqualTo(lengths(whole));
      assertThat(quotient.depth()).isEqualTo(whole.depth());
      assertThat(quotient.states()).isLessThanOrEqualTo(whole.states());
      smaller += quotient.states() < whole.states() ? 1 : 0;
    }
    assertThat(smaller).isGreaterThan(10);
  }

  @Test
  void compactionChangesNoVerdict() {
    int compared = 0;
    for (SuiteRow row : Suite.rows()) {
      Answer exact = explore(row.system(), true, false);
      if (exact.states() < MOST_COMPACTED) {
        Answer compact = explore(row.system(), true, true);
        assertThat(lengths(compact)).as(row.name()).isEqualTo(lengths(exact));
        assertThat(compact.states()).as(row.name()).isEqualTo(exact.states());
        assertThat(compact.missed()).isPositive();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(300);
  }

  private static List<BoundedSystem> symmetric() {
    List<BoundedSystem> systems = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      Protocol whole = Protocol.of(variant).startingBy(Startup.HANDSHAKE);
      Protocol broken = whole.without(Protection.CACHE_INVALIDATE_PAYLOAD);
      for (Protocol protocol : List.of(whole, broken, whole.with(Addition.GUARD_ABORT))) {
        SystemBuilder two = SystemBuilder.of(protocol).cores(2, 0).tasks(3).anyCore(true);
        systems.add(two.build());
        systems.add(two.memory(StoreOrder.of(MemoryMode.RELAXED)).tasks(2).build());
        systems.add(two.shutdown(Shutdown.EMERGENCY).build());
        systems.add(
            SystemBuilder.of(protocol)
                .cores(1, 2)
                .shapes(ResourceShape.AIV_X1, ResourceShape.AIC_AIV_X1)
                .tasks(3)
                .anyCore(true)
                .build());
        systems.add(
            SystemBuilder.of(protocol)
                .cores(0, 4)
                .shapes(ResourceShape.AIV_X2)
                .tasks(1)
                .anyCore(true)
                .build());
      }
    }
    return systems;
  }

  private static Answer explore(BoundedSystem system, boolean symmetry, boolean compaction) {
    ExplorerOptions options = new ExplorerOptions(LIMIT, BYTES, symmetry, compaction);
    return Explorer.explore(system, options, SearchWatcher.none());
  }

  private static Map<Invariant, Integer> lengths(Answer answer) {
    Map<Invariant, Integer> lengths = new TreeMap<>();
    answer.violated().forEach(way -> lengths.put(way.invariant(), way.steps().size()));
    return lengths;
  }
}
