package io.ackfin.cli;

import io.ackfin.core.time.Ticks;
import io.ackfin.output.RunFolder;
import io.ackfin.timeline.TraceLevel;
import io.ackfin.timeline.TraceWindow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where results go and how much is traced. */
final class OutputOptions {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "the folder for the files; without it, a new numbered one under reports/out")
  private Path folder;

  @Option(names = "--force", description = "lets --out replace an earlier run's files")
  private boolean force;

  @Option(names = "--json", description = "prints the result for machines, and nothing else")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "prints no summary and no progress")
  private boolean quiet;

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

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  TraceLevel trace() {
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

  /** Makes the folder of a run. */
  RunFolder make(String name) {
    return folder == null
        ? RunFolder.numbered(RunFolder.DEFAULT_BASE, name)
        : RunFolder.at(folder, force);
  }
}
