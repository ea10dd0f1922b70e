package io.ackfin.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class MicrosecondsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.000001",
    "9700, 0.0097",
    "1000000, 1",
    "1500000, 1.5",
    "10000000, 10",
    "1767500000, 1767.5",
    "9223372036854775807, 9223372036854.775807"
  })
  void aTimeIsAnExactDecimalWithoutTrailingZeros(long ticks, String decimal) throws IOException {
    assertThat(time(ticks)).isEqualTo(decimal);
  }

  /** 1.001 times 1,000 is 1,000.9999999999999 in doubles: the span would reach into the next. */
  @Test
  void aDurationThatWouldLookTooLongIsATenthOfAPicosecondShorter() throws IOException {
    assertThat(duration(500_000, 1_001_000)).isEqualTo("0.5009999");
    assertThat(duration(500_000, 1_002_000)).isEqualTo("0.502");
  }

  @Test
  @Tag("property")
  void everyDurationIsExactToThePicosecondAndEndsInTimeForAViewer() throws IOException {
    long seed = 20_240_607;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      long grain = random.nextBoolean() ? 1_000 : 1;
      long begin = random.nextLong(2_000_000_000_000L / grain) * grain;
      long end = begin + random.nextLong(20_000_000 / grain) * grain;
      String written = duration(begin, end);

      assertThat(new BigDecimal(written).setScale(6, RoundingMode.HALF_EVEN))
          .as("seed %d: %d..%d", seed, begin, end)
          .isEqualByComparingTo(BigDecimal.valueOf(end - begin, 6));
      assertThat(cut(time(begin)) + cut(written))
          .as("seed %d: %d..%d", seed, begin, end)
          .isLessThanOrEqualTo(cut(time(end)));
    }
  }

  private static long cut(String microseconds) {
    return (long) (Double.parseDouble(microseconds) * 1_000.0);
  }

  private static String time(long ticks) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new Microseconds().write(json, ticks);
    }
    return text.toString();
  }

  private static String duration(long begin, long end) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new Microseconds().writeDuration(json, begin, end);
    }
    return text.toString();
  }
}
