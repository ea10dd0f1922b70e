package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class NormalQuantileTest {
  /** Computed with 40 digits by inverting the distribution function, for the double nearest p. */
  @ParameterizedTest
  @CsvSource({
    "0.6, 0.25334710313579974132",
    "0.9, 1.2815515655446005935",
    "0.925, 1.4395314709384562291",
    "0.95, 1.6448536269514722843",
    "0.975, 1.9599639845400538556",
    "0.99, 2.3263478740408407676",
    "0.999, 3.0902323061678132778",
    "0.999999, 4.7534243088170877657",
    "0.075, -1.4395314709384559349",
    "0.0749, -1.4402382675279636631",
    "0.001, -3.0902323061678135354",
    "1e-10, -6.3613409024040561991",
    "1.1102230246251565e-16, -8.2095361516013868556",
    "1e-20, -9.2623400897984075796",
    "1e-100, -21.273453560965324294"
  })
  void quantilesAreExactToTheLastDigits(double p, double expected) {
    assertThat(NormalQuantile.of(p)).isCloseTo(expected, within(Math.abs(expected) * 1e-15));
  }

  @Test
  void middleIsZero() {
    assertThat(NormalQuantile.of(0.5)).isZero();
  }

  /** The paper prints the sum of the mantissas of each pair of lists, against slips of the pen. */
  @Test
  void coefficientsAddUpToThePapersHashSums() {
    assertThat(hashSum(NormalQuantile.A, NormalQuantile.B))
        .isCloseTo(55.8831928806149, within(1e-13));
    assertThat(hashSum(NormalQuantile.C, NormalQuantile.D))
        .isCloseTo(49.3320650330161, within(1e-13));
    assertThat(hashSum(NormalQuantile.E, NormalQuantile.F))
        .isCloseTo(47.5258331754929, within(1e-13));
  }

  @Test
  void probabilityIsTheInverse() {
    assertThat(NormalQuantile.probabilityBelow(-0.5)).isCloseTo(0.3085375387259869, within(1e-15));
    assertThat(NormalQuantile.probabilityBelow(-1)).isCloseTo(0.15865525393145705, within(1e-15));
    assertThat(NormalQuantile.probabilityBelow(-9)).isCloseTo(0, within(1e-15));
    assertThat(NormalQuantile.probabilityBelow(0)).isCloseTo(0.5, within(1e-15));
  }

  /** The denominators' constant terms of 1 are not in the paper's lists. */
  private static double hashSum(double[] numerator, double[] denominator) {
    return Arrays.stream(numerator).map(NormalQuantileTest::mantissa).sum()
        + Arrays.stream(denominator).skip(1).map(NormalQuantileTest::mantissa).sum();
  }

  private static double mantissa(double value) {
    return value / Math.pow(10, Math.floor(Math.log10(value)));
  }
}
