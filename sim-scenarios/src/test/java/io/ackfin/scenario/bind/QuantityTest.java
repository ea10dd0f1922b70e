package io.ackfin.scenario.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ackfin.core.parameter.Parameter;
import io.ackfin.core.time.Ticks;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.Problems;
import io.ackfin.scenario.text.SourceText;
import io.ackfin.scenario.text.TreeReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How times, counts and numbers are spelled, and what is said about other spellings. */
@Tag("unit")
class QuantityTest {
  /** One parameter of each kind. */
  public record Sample(
      @Parameter("a time") Ticks time,
      @Parameter(value = "a time that is never none", min = 1, max = 2_000_000) Ticks bounded,
      @Parameter(value = "a count", min = -3, max = 1_000_000) int count,
      @Parameter(value = "a fraction", max = 10) double fraction) {

    /** The defaults. */
    public static Sample defaults() {
      return new Sample(Ticks.ofPicos(1), Ticks.ofPicos(1), 0, 0);
    }
  }

  private final Problems problems = new Problems();

  private Sample read(String text) {
    SourceText source = new SourceText("f", text, SourceText.Syntax.YAML);
    Node node = TreeReader.read(source, problems).orElseThrow();
    return new ValueTypes(Sample.class).read(node, Sample.defaults(), "", problems);
  }

  @ParameterizedTest
  @CsvSource({
    "0ps, 0",
    "9700ps, 9700",
    "9.7ns, 9700",
    "1.5ns, 1500",
    "2us, 2000000",
    "2.50us, 2500000",
    "0.000000000001s, 1",
    "0.001ms, 1000000",
    "1.000ps, 1",
    "9223372s, 9223372000000000000",
    "9223372036854775807ps, 9223372036854775807",
  })
  void timesAreExact(String spelled, long picoseconds) {
    assertThat(read("time: " + spelled).time().picoseconds()).isEqualTo(picoseconds);
    assertThat(problems.inOrder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, ''",
    "0, ''",
    "2 us, 2us",
    "2US, 2us",
    "2\u00b5s, 2us",
    "1_000ns, 1000ns",
    "5sec, 5s",
    "5msec, 5ms",
    "2m, ''",
    "2e3ns, ''",
    ".5ns, ''",
    "us, ''",
    "007ns, 7ns",
    "00.5ns, 0.5ns",
    "1/2ns, ''",
  })
  void otherSpellingsOfTimesAreRefused(String spelled, String meant) {
    read("time: " + spelled);
    assertThat(problems.inOrder()).extracting(Problem::nearest).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0005ns, 1ps",
    "0.4ps, 1ps",
    "1.5ps, 2ps",
    "9.70049ns, 9700ps",
    "1.9999999us, 2us",
  })
  void inexactTimesNameTheNearestOne(String spelled, String nearest) {
    read("bounded: " + spelled);
    assertThat(problems.inOrder())
        .extracting(Problem::toString)
        .containsExactly(
            "f:1:10: bounded: "
                + spelled
                + " (expected: a whole number of picoseconds; did you mean '"
                + nearest
                + "'?)");
  }

  @ParameterizedTest
  @CsvSource({"0ps", "2000001ps", "2.0000001us", "3s", "-1ps"})
  void timesOutsideTheirRangeNameTheRange(String spelled) {
    Sample sample = read("bounded: " + spelled);
    assertThat(problems.inOrder())
        .extracting(Problem::toString)
        .containsExactly("f:1:10: bounded: " + spelled + " (expected: 1ps to 2us)");
    assertThat(sample.bounded()).isEqualTo(Sample.defaults().bounded());
  }

  @ParameterizedTest
  @CsvSource({"-3, -3", "0, 0", "-0, 0", "1000000, 1000000"})
  void countsAreDigits(String spelled, int value) {
    assertThat(read("count: " + spelled).count()).isEqualTo(value);
    assertThat(problems.inOrder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-4, ''",
    "1000001, ''",
    "99999999999999999999, ''",
    "1_000, 1000",
    "1_000_001, ''",
    "'\"7\"', 7",
    "'1,000', 1000",
    "1e3, 1000",
    "1.0, 1",
    "+5, 5",
    "0x10, 16",
    "010, ''",
    "1.5, ''",
    "1e99, ''",
    "one, ''",
    "2us, ''",
  })
  void otherCountsAreRefused(String spelled, String meant) {
    read("count: " + spelled);
    assertThat(problems.inOrder())
        .extracting(Problem::expected, Problem::nearest)
        .containsExactly(tuple("a whole number, -3 to 1000000", meant));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2.5, 2.5", "1e-3, 0.001", "10, 10"})
  void fractionsAreDecimal(String spelled, double value) {
    assertThat(read("fraction: " + spelled).fraction()).isEqualTo(value);
    assertThat(problems.inOrder()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-0.1", "10.01", ".nan", ".inf", "1_0.5", "'\"2\"'"})
  void otherFractionsAreRefused(String spelled) {
    read("fraction: " + spelled);
    assertThat(problems.inOrder())
        .extracting(Problem::expected)
        .containsExactly("a number, 0 to 10");
  }

  @Test
  void oneFaultHidesNoOther() {
    read("{time: 1, bounded: 0ps, count: x, fraction: y, other: 1}");
    assertThat(problems.inOrder())
        .extracting(Problem::path)
        .containsExactly("time", "bounded", "count", "fraction", "other");
  }
}
