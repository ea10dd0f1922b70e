package io.ackfin.crosscheck.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.runtime.probe.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DoubtsTest {
  private static final Estimate QUIET = new Estimate(0.1, 0, 0.3, 15);

  private final Map<Part, Estimate> parts = new EnumMap<>(Part.class);
  private final double[] roundTrips = new double[15];

  DoubtsTest() {
    MeasuredParts.round()
        .forEach((part, value) -> parts.put(part, new Estimate(value, value - 2, value + 2, 15)));
    Arrays.fill(roundTrips, 140);
  }

  private List<String> doubts() {
    return Doubts.of(QUIET, parts, roundTrips);
  }

  @Test
  void aQuietMachineLeavesNone() {
    assertThat(doubts()).isEmpty();
  }

  @Test
  void otherWorkOnTheProcessorsIsOne() {
    assertThat(Doubts.of(new Estimate(2.5, 0, 9, 15), parts, roundTrips))
        .containsExactly("other work took 2.5 % of a processor (expected: at most 2 %)");
  }

  @Test
  void aCriticalPartThatIsHardlyKnownIsOne() {
    parts.put(Part.FIN_JUDGED, new Estimate(100, 95, 111, 15));
    assertThat(doubts())
        .containsExactly(
            "FIN to judged: 100.0 ns, known to within 11.0 ns (expected: within 10.0 ns)");
  }

  @Test
  void ofAShortPartThreeNanosecondsAreNearEnough() {
    parts.put(Part.PICK_UP, new Estimate(20, 17, 23, 15));
    assertThat(doubts()).isEmpty();
  }

  @Test
  void aPartThatNothingHangsOnMayBeHardlyKnown() {
    parts.put(Part.SUBMIT, new Estimate(100, 10, 1_000, 15));
    assertThat(doubts()).isEmpty();
  }

  @Test
  void aHostThatWasTwoMachinesIsOne() {
    Arrays.fill(roundTrips, 0, 5, 420);
    assertThat(doubts())
        .containsExactly(
            "round trip: 140 ns at one time and 420 ns at another (expected: processors that stay"
                + " as near to each other as they are)");
  }

  @Test
  void threeOddRoundsOfFifteenAreNone() {
    Arrays.fill(roundTrips, 0, 3, 420);
    assertThat(doubts()).isEmpty();
  }
}
