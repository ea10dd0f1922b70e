package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import java.util.List;
import java.util.function.DoubleToLongFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("unit")
class KernelDurationTest {
  private static final double FIRST_DRAW = 0x1.0p-53;
  private static final double LAST_DRAW = 1 - 0x1.0p-53;

  @Test
  void fixedIsAlwaysTheSame() {
    DoubleToLongFunction fixed = KernelDuration.DEFAULT.quantile();
    assertThat(fixed.applyAsLong(FIRST_DRAW)).isEqualTo(7_000_000);
    assertThat(fixed.applyAsLong(LAST_DRAW)).isEqualTo(7_000_000);
  }

  @Test
  void uniformReachesBothEndsAndNothingBeyond() {
    DoubleToLongFunction dice = new KernelDuration.Uniform(picos(1), picos(6)).quantile();
    assertThat(dice.applyAsLong(FIRST_DRAW)).isEqualTo(1);
    assertThat(dice.applyAsLong(0.4999)).isEqualTo(3);
    assertThat(dice.applyAsLong(0.5001)).isEqualTo(4);
    assertThat(dice.applyAsLong(LAST_DRAW)).isEqualTo(6);

    DoubleToLongFunction widest =
        new KernelDuration.Uniform(Ticks.ZERO, KernelDuration.LONGEST).quantile();
    assertThat(widest.applyAsLong(LAST_DRAW))
        .isBetween(KernelDuration.LONGEST_PICOSECONDS - 16, KernelDuration.LONGEST_PICOSECONDS);
  }

  /** Computed with 30 digits: mean 10 us, deviation 10 us, cut off below 5 us. */
  @ParameterizedTest
  @CsvSource({
    "1.1102230246251565e-16, 5000000",
    "0.001, 5019631",
    "0.25, 9533677",
    "0.5, 13968712",
    "0.9, 24821797",
    "0.9999999999999999, 92537226"
  })
  void normalIsScaledUpAfterTruncation(double draw, long expected) {
    KernelDuration normal =
        new KernelDuration.Normal(Ticks.ofMicros(10), Ticks.ofMicros(10), Ticks.ofMicros(5));
    assertThat(normal.quantile().applyAsLong(draw)).isEqualTo(expected);
  }

  @Test
  void normalWithoutDeviationIsItsMean() {
    DoubleToLongFunction constant = new KernelDuration.Normal(picos(9), Ticks.ZERO).quantile();
    assertThat(constant.applyAsLong(0.9)).isEqualTo(9);
  }

  /** Computed with 30 digits: median 7 us, sigma 0.5. */
  @ParameterizedTest
  @CsvSource({
    "1.1102230246251565e-16, 115457",
    "0.001, 1493010",
    "0.25, 4996138",
    "0.5, 7000000",
    "0.9, 13285669",
    "0.9999999999999999, 424400772"
  })
  void lognormalHasItsMedianInTheMiddle(double draw, long expected) {
    KernelDuration lognormal = new KernelDuration.Lognormal(Ticks.ofMicros(7), 0.5);
    assertThat(lognormal.quantile().applyAsLong(draw)).isEqualTo(expected);
  }

  @Test
  void empiricalGivesEachValueItsShareInRisingOrder() {
    DoubleToLongFunction weighted =
        new KernelDuration.Empirical(List.of(picos(30), picos(10), picos(20)), List.of(1L, 2L, 1L))
            .quantile();
    assertThat(weighted.applyAsLong(FIRST_DRAW)).isEqualTo(10);
    assertThat(weighted.applyAsLong(0.4999)).isEqualTo(10);
    assertThat(weighted.applyAsLong(0.5)).isEqualTo(20);
    assertThat(weighted.applyAsLong(0.7499)).isEqualTo(20);
    assertThat(weighted.applyAsLong(0.75)).isEqualTo(30);
    assertThat(weighted.applyAsLong(LAST_DRAW)).isEqualTo(30);

    DoubleToLongFunction equal =
        new KernelDuration.Empirical(List.of(picos(2), picos(1)), List.of()).quantile();
    assertThat(equal.applyAsLong(0.4999)).isEqualTo(1);
    assertThat(equal.applyAsLong(0.5)).isEqualTo(2);
  }

  static Stream<KernelDuration> distributions() {
    return Stream.of(
        new KernelDuration.Fixed(KernelDuration.LONGEST),
        new KernelDuration.Uniform(Ticks.ZERO, KernelDuration.LONGEST),
        new KernelDuration.Normal(picos(1), Ticks.ofMicros(10)),
        new KernelDuration.Normal(Ticks.ofMicros(10), Ticks.ofMicros(2), Ticks.ofMicros(10)),
        new KernelDuration.Lognormal(Ticks.ofMicros(7), 2.5),
        new KernelDuration.Lognormal(picos(1), 4),
        new KernelDuration.Empirical(
            List.of(Ticks.ZERO, KernelDuration.LONGEST, picos(5)),
            List.of(WeightedValues.HEAVIEST, 1L, 3L)));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void durationsRiseWithTheDrawAndStayInRange(KernelDuration duration) {
    DoubleToLongFunction quantile = duration.quantile();
    long last = quantile.applyAsLong(FIRST_DRAW);
    assertThat(last).isNotNegative();
    for (int step = 1; step < 10_000; step++) {
      long next = quantile.applyAsLong(step / 10_000.0);
      assertThat(next).isGreaterThanOrEqualTo(last);
      last = next;
    }
    assertThat(quantile.applyAsLong(LAST_DRAW)).isBetween(last, KernelDuration.LONGEST_PICOSECONDS);
  }

  @Test
  void everyKindHasItsOwnName() {
    assertThat(distributions().map(KernelDuration::kind).distinct())
        .containsExactly("fixed", "uniform", "normal", "lognormal", "empirical")
        .hasSize(KernelDuration.class.getPermittedSubclasses().length);
  }

  @Test
  void mistakesAreNamed() {
    Ticks beyond = picos(KernelDuration.LONGEST_PICOSECONDS + 1);
    Ticks ten = picos(10);
    refused(() -> new KernelDuration.Fixed(beyond), "value: 100000000000000001ps (expected: 0ps");
    refused(() -> new KernelDuration.Uniform(ten, picos(9)), "max: 9ps (expected: 10ps to 100000s");
    refused(() -> new KernelDuration.Normal(Ticks.ZERO, ten), "mean: 0ps (expected: 1ps to");
    refused(() -> new KernelDuration.Normal(ten, KernelDuration.LONGEST), "sd: 100000s (expected");
    refused(() -> new KernelDuration.Normal(ten, ten, picos(11)), "min: 11ps (expected: 1ps to 1");
    refused(() -> new KernelDuration.Lognormal(Ticks.ZERO, 1), "median: 0ps (expected: 1ps to");
    refused(() -> new KernelDuration.Lognormal(ten, Double.NaN), "sigma: NaN (expected: 0.0 to");
    refused(() -> new KernelDuration.Lognormal(ten, -0.1), "sigma: -0.1 (expected: 0.0 to");
    refused(() -> new KernelDuration.Lognormal(ten, 9), "sigma: 9.0 (expected: small enough");
    refused(
        () -> new KernelDuration.Empirical(List.of(), List.of()), "values: 0 of them (expected");
    refused(
        () -> new KernelDuration.Empirical(List.of(ten), List.of(1L, 2L)),
        "weights: 2 of them (expected: none, or 1)");
    refused(
        () -> new KernelDuration.Empirical(List.of(ten), List.of(0L)), "weights: 0 (expected: 1");
    refused(
        () -> new KernelDuration.Empirical(List.of(ten, beyond), List.of()),
        "values: 100000000000000001ps (expected");
  }

  private static void refused(ThrowingCallable construction, String start) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start);
  }

  private static Ticks picos(long picoseconds) {
    return Ticks.ofPicos(picoseconds);
  }
}
