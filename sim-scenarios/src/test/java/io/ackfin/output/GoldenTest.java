package io.ackfin.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.trace.Lanes;
import io.ackfin.core.trace.TraceListener;
import io.ackfin.handshake.Variant;
import io.ackfin.run.RunResult;
import io.ackfin.scenario.Polling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One small run in each variant, held to what it gave before: how it ended, its digest, its figures
 * and its first spans, so that a difference shows where it begins. After an intended change of the
 * model, write the file anew and review the difference:
 *
 * <pre>
 *   mvn -pl sim-scenarios -am test -Dtest=GoldenTest -Dackfin.golden=write \
 *       -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
@Tag("golden")
class GoldenTest {
  private static final Path FILE =
      Path.of(
          System.getProperty("ackfin.root", ".."),
          "sim-scenarios/src/test/resources/golden/mixed.txt");
  private static final int SPANS = 50;

  @ParameterizedTest
  @EnumSource(Polling.class)
  void aSmallRunInEveryVariantGivesWhatItGave(Polling polling) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      lines.addAll(golden(variant, polling));
    }
    if ("write".equals(System.getProperty("ackfin.golden"))) {
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(FILE));
  }

  private static List<String> golden(Variant variant, Polling polling) throws IOException {
    FirstSpans spans = new FirstSpans();
    RunResult result = SmallRuns.run(SmallRuns.mixed(variant).polling(polling), spans);
    List<String> lines = new ArrayList<>();
    lines.add("== " + result.plan().name());
    lines.add("ending " + result.ending());
    lines.add("digest " + result.digest());
    ByteArrayOutputStream stats = new ByteArrayOutputStream();
    StatsCsv.write(result, stats);
    String ofRun = result.plan().name() + ",run,";
    stats
        .toString(StandardCharsets.UTF_8)
        .lines()
        // How many events it took is the simulator's business, not the model's.
        .filter(line -> line.startsWith(ofRun) && !line.contains(",events,"))
        .forEach(line -> lines.add(line.substring(ofRun.length())));
    lines.addAll(spans.first(SPANS));
    return lines;
  }

  /**
   * The spans that end first, a line each; those that end together in the order of their lanes. A
   * poller that parked tells its spans later, so the order in which they are told says nothing.
   */
  private static final class FirstSpans implements TraceListener {
    private record Span(long end, int lane, String line) {}

    private final List<Span> spans = new ArrayList<>();
    private Lanes lanes;

    List<String> first(int count) {
      return spans.stream()
          .sorted(Comparator.comparingLong(Span::end).thenComparingInt(Span::lane))
          .limit(count)
          .map(Span::line)
          .toList();
    }

    @Override
    public void start(Lanes declared) {
      lanes = declared;
    }

    @Override
    public void span(int lane, String name, long begin, long end, long id) {
      String place = lanes.process(lane) + " " + lanes.track(lane);
      spans.add(new Span(end, lane, place + ": " + name + " " + begin + ".." + end + " #" + id));
    }

    @Override
    public void instant(int lane, String name, long tick, long id) {}

    @Override
    public void counter(int lane, String name, long tick, long value) {}

    @Override
    public void flowStart(int lane, String name, long tick, long id) {}

    @Override
    public void flowEnd(int lane, String name, long tick, long id) {}
  }
}
