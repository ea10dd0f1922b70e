package io.ackfin.crosscheck.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class EstimateTest {
  private static double[] upTo(int count) {
    return IntStream.rangeClosed(1, count).mapToDouble(i -> i).toArray();
  }

  /** Ranks as in tables of the sign test at 95 %: the largest that leaves 2.5 % at either end. */
  @ParameterizedTest
  @CsvSource({"1, 1, 1", "5, 1, 5", "6, 1, 6", "9, 2, 8", "15, 4, 12", "20, 6, 15", "61, 23, 39"})
  void theIntervalLiesBetweenTheTabledRanks(int count, double low, double high) {
    Estimate estimate = Estimate.of(upTo(count));
    assertThat(estimate).isEqualTo(new Estimate((count + 1) / 2.0, low, high, count));
  }

  @Test
  void aFewWildValuesMoveNothing() {
    double[] sample = upTo(15);
    sample[14] = 1e9;
    sample[13] = 1e9;
    assertThat(Estimate.of(sample)).isEqualTo(Estimate.of(upTo(15)));
  }

  @Test
  void theSampleIsLeftAsItIs() {
    double[] sample = {3, 1, 2};
    assertThat(Estimate.of(sample).value()).isEqualTo(2);
    assertThat(sample).containsExactly(3, 1, 2);
  }

  @Test
  void halfTheWidthIsThatOfTheWiderSide() {
    assertThat(new Estimate(10, 9, 14, 7).halfWidth()).isEqualTo(4);
    assertThat(new Estimate(10, 4, 11, 7).halfWidth()).isEqualTo(6);
  }

  /** Of 2,000 samples of a lopsided distribution at most 5 % may miss its median. */
  @Test
  void theIntervalHoldsTheMedianAsOftenAsItSays() {
    Random random = new Random(4711);
    int missed = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] sample = random.doubles(15).map(draw -> -Math.log(draw)).toArray();
      Estimate estimate = Estimate.of(sample);
      missed += estimate.low() > Math.log(2) || estimate.high() < Math.log(2) ? 1 : 0;
    }
    // With ranks 4 and 12 of 15 it is 3.5 %.
    assertThat(missed / 2_000.0).isCloseTo(0.035, within(0.015));
  }
}
