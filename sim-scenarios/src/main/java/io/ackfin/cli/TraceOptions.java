package io.ackfin.cli;

import io.ackfin.core.time.Ticks;
import io.ackfin.timeline.TraceLevel;
import io.ackfin.timeline.TraceWindow;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How much is traced. */
final class TraceOptions {
  @Option(
      names = "--trace",
      paramLabel = "LEVEL",
      defaultValue = "tasks",
      converter = LevelByName.class,
      description = "what the timeline shows: none, tasks (cores) or full (schedulers too)")
  private TraceLevel trace;

  @Option(
      names = "--trace-window",
      paramLabel = "FROM:TO",
      description = "the stretch of simulated time that is traced, e.g. 100us:200us")
  private String window;

  /** Reads a level by the name that users know it by. */
  static final class LevelByName implements ITypeConverter<TraceLevel> {
    @Override
    public TraceLevel convert(String name) {
      return Arrays.stream(TraceLevel.values())
          .filter(level -> level.toString().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      name + " (expected: one of " + List.of(TraceLevel.values()) + ")"));
    }
  }

  TraceLevel level() {
    return trace;
  }

  TraceWindow window() {
    if (window == null) {
      return TraceWindow.ALL;
    }
    String[] ends = window.split(":", -1);
    try {
      if (ends.length == 2) {
        return new TraceWindow(
            Ticks.parse(ends[0]).picoseconds(), Ticks.parse(ends[1]).picoseconds());
      }
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--trace-window " + window + ": " + e.getMessage());
    }
    throw new UserMistake("--trace-window: " + window + " (expected: FROM:TO, as 100us:200us)");
  }
}
