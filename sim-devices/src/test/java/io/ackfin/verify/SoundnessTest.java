package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.verify.suite.Suite;
import io.ackfin.verify.suite.SuiteRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the packed explorer to the naive one, which was written from the rules without looking at
 * it: the same situations can be reached, the same invariants break, equally far away.
 */
@Tag("property")
class SoundnessTest {
  private static final int MOST = 2_000;
  private static final int SEEDS = 400;

  @Test
  void bothFindTheSameInTheSystemsOfTheSuite() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (SuiteRow row : Suite.rows()) {
      Agreement agreement = Agreement.of(row.system(), MOST);
      if (agreement != null) {
        compared++;
        agreement.differences().forEach(d -> differences.add(row.name() + ": " + d));
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(250);
  }

  @Test
  void bothFindTheSameInSystemsDrawnAtRandom() {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      Agreement agreement = Agreement.of(SystemDraw.of(seed), MOST);
      if (agreement != null) {
        compared++;
        for (String difference : agreement.differences()) {
          differences.add("seed " + seed + ", " + SystemDraw.of(seed) + ": " + difference);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(150);
  }

  /** The texts of every situation of a system, found by nothing but its steps. */
  static Set<String> situations(BoundedSystem bounded) {
    HandshakeSystem system = new HandshakeSystem(bounded);
    return Agreement.situations(system)
        .map(situation -> PackedKey.of(system.parts(), situation))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
