package io.ackfin.output;

import java.io.IOException;
import java.io.OutputStream;

/** What an exploration found, as JSON: {@code answer.json}, and what scripts get. */
public final class AnswerJson {
  private AnswerJson() {}

  /**
   * Writes the answer and flushes the stream, which stays open.
   *
   * @throws IOException if the stream refuses it
   */
  public static void write(Exploration exploration, OutputStream out) throws IOException {
    Json.write(AnswerDocument.of(exploration), out);
  }
}
