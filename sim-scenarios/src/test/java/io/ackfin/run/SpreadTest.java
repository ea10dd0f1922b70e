package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class SpreadTest {
  /** Of 1 to {@code count}, the value of a rank is the rank: the smallest with enough below it. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1",
    "2, 1, 2, 2",
    "3, 2, 3, 3",
    "10, 5, 9, 10",
    "11, 6, 10, 11",
    "100, 50, 90, 99",
    "101, 51, 91, 100",
    "1000, 500, 900, 990"
  })
  void percentilesAreValuesOfTheSample(int count, long p50, long p90, long p99) {
    long[] values = LongStream.rangeClosed(1, count).toArray();
    shuffle(values, new Random(count));
    Spread spread = Spread.of(values, count);
    assertThat(spread.p50()).isEqualTo(p50);
    assertThat(spread.p90()).isEqualTo(p90);
    assertThat(spread.p99()).isEqualTo(p99);
    assertThat(spread.max()).isEqualTo(count);
    assertThat(spread.count()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 2", "2, 3, 2", "3, 4, 4", "7, 7, 7"})
  void aMeanHalfwayGoesToTheEvenTick(long one, long other, long mean) {
    assertThat(Spread.of(new long[] {one, other}, 2).mean()).isEqualTo(mean);
  }

  @Test
  void theMeanIsRoundedToTheNearestTick() {
    assertThat(Spread.of(new long[] {0, 0, 1}, 3).mean()).isZero();
    assertThat(Spread.of(new long[] {0, 1, 1}, 3).mean()).isEqualTo(1);
  }

  @Test
  void theMeanIsExactWhereTheSumExceedsALong() {
    long max = Long.MAX_VALUE;
    assertThat(Spread.of(new long[] {max, max, max, max}, 4).mean()).isEqualTo(max);
    assertThat(Spread.of(new long[] {max, max - 2, max - 4}, 3).mean()).isEqualTo(max - 2);
    assertThat(Spread.of(new long[] {5, max, 1, max, 3}, 5).mean())
        .isEqualTo(3_689_348_814_741_910_325L);
  }

  @Test
  void onlyTheFirstValuesCount() {
    assertThat(Spread.of(new long[] {30, 10, 20, 999, 999}, 3))
        .isEqualTo(new Spread(3, 20, 20, 30, 30, 30));
  }

  @Test
  void nothingMeasuredSaysSoByItsCount() {
    assertThat(Spread.of(new long[] {7}, 0)).isEqualTo(new Spread(0, 0, 0, 0, 0, 0));
  }

  private static void shuffle(long[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long held = values[i];
      values[i] = values[other];
      values[other] = held;
    }
  }
}
