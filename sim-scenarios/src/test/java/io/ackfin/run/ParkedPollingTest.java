package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.scenario.Polling;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether pollers park changes nothing that a run shows but the number of its events: the same
 * ending, figures, rows, findings, lanes and events of the handshake, whatever the plan.
 */
@Tag("property")
class ParkedPollingTest {
  private static final int CASES = Integer.getInteger("ackfin.cases", 600);
  private static final int FIRST = Integer.getInteger("ackfin.first", 0);

  @Test
  void parkedEqualsNaive() {
    for (int seed = FIRST; seed < FIRST + CASES; seed++) {
      RunPlan plan = RandomPlan.of(seed);
      List<String> naive = Account.of(plan, Polling.NAIVE);
      List<String> parked = Account.of(plan, Polling.PARKED);
      for (int i = 0; i < Math.min(naive.size(), parked.size()); i++) {
        assertThat(parked.get(i)).as("seed %d, line %d", seed, i).isEqualTo(naive.get(i));
      }
      assertThat(parked).as("seed %d", seed).hasSameSizeAs(naive);
    }
  }
}
