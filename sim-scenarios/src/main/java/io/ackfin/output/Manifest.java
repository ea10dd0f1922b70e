package io.ackfin.output;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * How and when a run was made. All of it is the caller's knowledge.
 *
 * @param toolVersion of this program
 * @param javaVersion of the Java platform that it ran on
 * @param seed of all draws
 * @param scenarioHash of the scenario with every default written out
 * @param commandLine the words of the command, without the program
 * @param startTime when the run started
 * @param wall how long it took
 */
public record Manifest(
    String toolVersion,
    String javaVersion,
    long seed,
    String scenarioHash,
    List<String> commandLine,
    Instant startTime,
    WallTime wall) {
  private static final int FORMAT = 1;

  public Manifest {
    commandLine = List.copyOf(commandLine);
  }

  /** The fields of {@code manifest.json}, in their order; the time of day is in UTC, ISO 8601. */
  private record Document(
      int format,
      String toolVersion,
      String javaVersion,
      long seed,
      String scenarioHash,
      List<String> commandLine,
      String startTime,
      BigDecimal wallSeconds) {}

  /** Writes the manifest as JSON; the stream stays open. */
  void write(OutputStream out) throws IOException {
    Json.write(
        new Document(
            FORMAT,
            toolVersion,
            javaVersion,
            seed,
            scenarioHash,
            commandLine,
            startTime.toString(),
            wall.seconds()),
        out);
  }
}
