package io.ackfin.output;

import java.io.IOException;
import java.io.OutputStream;

/** What a cross-check found, as JSON: {@code crosscheck.json}, and what scripts get. */
public final class CrossCheckJson {
  private CrossCheckJson() {}

  /**
   * Writes the result and flushes the stream, which stays open.
   *
   * @throws IOException if the stream refuses it
   */
  public static void write(CrossChecked checked, OutputStream out) throws IOException {
    Json.write(CrossCheckDocument.of(checked), out);
  }
}
