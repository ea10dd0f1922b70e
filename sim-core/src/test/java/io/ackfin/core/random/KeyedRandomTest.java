package io.ackfin.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class KeyedRandomTest {
  private static final RandomKey STREAM = RandomKey.named("stream");
  private static final RandomKey PURPOSE = RandomKey.named("purpose");

  /** The expected values come from a second program, written from the description alone. */
  @ParameterizedTest
  @CsvSource({
    "0, s, 0, p, 7595c781ad8a7163, 0.45931670108761036, 2118224408435929726",
    "1, workload.duration, 0, AIC, 7dfaa3dbf5083953, 0.49210571403548975, 2269437041005700623",
    "1, workload.duration, 1, AIC, 48033341bbbbac7f, 0.2812988315088051, 1297261888269121712",
    "-1, workload.duration, 2147483648, AIV1, 4faa784e1acaa9b4, 0.3111949148831551,"
        + " 1435133237972351342"
  })
  void drawsArePinned(
      long seed, String stream, long task, String purpose, String bits, double unit, long below) {
    KeyedRandom random = new KeyedRandom(seed);
    RandomKey streamKey = RandomKey.named(stream);
    RandomKey purposeKey = RandomKey.named(purpose);

    assertThat(Long.toHexString(random.bits(streamKey, task, purposeKey))).isEqualTo(bits);
    assertThat(random.unit(streamKey, task, purposeKey)).isEqualTo(unit);
    assertThat(random.below(streamKey, task, purposeKey, (1L << 62) + 12_345)).isEqualTo(below);
  }

  @Test
  void namesArePinned() {
    assertThat(RandomKey.named("a").code()).isEqualTo(0x089be207b544f1e4L);
    assertThat(RandomKey.named("workload.duration").code()).isEqualTo(0x590789f5f3318b42L);
    assertThatThrownBy(() -> RandomKey.named("")).hasMessageStartingWith("name: \"\"");
  }

  @Test
  void otherDrawsInBetweenShiftNothing() {
    long[] rising = new long[1_000];
    KeyedRandom random = new KeyedRandom(7);
    for (int task = 0; task < rising.length; task++) {
      rising[task] = random.bits(STREAM, task, PURPOSE);
    }
    for (int task = rising.length - 1; task >= 0; task--) {
      random.unit(PURPOSE, task, STREAM);
      assertThat(random.bits(STREAM, task, PURPOSE)).isEqualTo(rising[task]);
    }
  }

  @Test
  void everyKeyMatters() {
    KeyedRandom random = new KeyedRandom(7);
    assertThat(
            new long[] {
              random.bits(STREAM, 1, PURPOSE),
              random.bits(PURPOSE, 1, STREAM),
              random.bits(STREAM, 2, PURPOSE),
              random.bits(STREAM, 1, STREAM),
              random.bits(PURPOSE, 1, PURPOSE),
              new KeyedRandom(8).bits(STREAM, 1, PURPOSE)
            })
        .doesNotHaveDuplicates();
  }

  /** 100 classes of 10,000: the chi-square statistic of 99 degrees passes 149 once in 1,000. */
  @Test
  void consecutiveTasksAreUniform() {
    KeyedRandom random = new KeyedRandom(20_240_601);
    int[] units = new int[100];
    int[] belows = new int[100];
    for (int task = 0; task < 1_000_000; task++) {
      units[(int) (random.unit(STREAM, task, PURPOSE) * 100)]++;
      belows[(int) random.below(STREAM, task, STREAM, 100)]++;
    }
    assertThat(chiSquare(units)).isBetween(60.0, 149.0);
    assertThat(chiSquare(belows)).isBetween(60.0, 149.0);
  }

  /** One flipped key bit flips each bit of the draw half of the time. */
  @Test
  void everyBitOfATaskNumberReachesEveryBitOfTheDraw() {
    KeyedRandom random = new KeyedRandom(3);
    int samples = 4_096;
    for (int flipped = 0; flipped < Long.SIZE; flipped++) {
      int[] changes = new int[Long.SIZE];
      for (long task = 0; task < samples; task++) {
        long change =
            random.bits(STREAM, task, PURPOSE) ^ random.bits(STREAM, task ^ 1L << flipped, PURPOSE);
        for (int bit = 0; bit < Long.SIZE; bit++) {
          changes[bit] += (int) (change >>> bit & 1);
        }
      }
      for (int changed : changes) {
        assertThat(changed / (double) samples).isCloseTo(0.5, within(0.045));
      }
    }
  }

  @Test
  void boundsAreKept() {
    KeyedRandom random = new KeyedRandom(5);
    for (int task = 0; task < 10_000; task++) {
      assertThat(random.unit(STREAM, task, PURPOSE)).isStrictlyBetween(0.0, 1.0);
      assertThat(random.below(STREAM, task, PURPOSE, 3)).isBetween(0L, 2L);
      assertThat(random.below(STREAM, task, PURPOSE, Long.MAX_VALUE)).isNotNegative();
    }
    assertThat(random.below(STREAM, 0, PURPOSE, 1)).isZero();
    assertThatThrownBy(() -> random.below(STREAM, 0, PURPOSE, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound: 0 (expected: >= 1)");
  }

  private static double chiSquare(int[] counts) {
    double expected = 0;
    for (int count : counts) {
      expected += count / (double) counts.length;
    }
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }
}
