package io.ackfin.output;

import io.ackfin.run.RunResult;
import java.io.IOException;
import java.io.OutputStream;

/** The result of a run as JSON: {@code summary.json}, and what scripts get on standard output. */
public final class SummaryJson {
  private SummaryJson() {}

  /**
   * Writes the summary and flushes the stream, which stays open.
   *
   * @param wall how long the run took
   * @throws IOException if the stream refuses it
   */
  public static void write(RunResult result, WallTime wall, OutputStream out) throws IOException {
    Json.write(Summary.of(result, wall), out);
  }
}
