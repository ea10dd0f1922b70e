package io.ackfin.output;

import io.ackfin.protocol.Invariant;
import io.ackfin.verify.Counterexample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of one exploration: the answer, and a text for each invariant that can break. */
public final class AnswerFiles {
  private static final String ANSWER = "answer.json";

  private AnswerFiles() {}

  /**
   * Writes all files of an exploration that has ended, however it ended, and moves them to their
   * places.
   *
   * @throws OutputException if any of them cannot be written; none is there then
   */
  public static void write(Exploration exploration, RunFolder folder) {
    for (Counterexample way : exploration.answer().violated()) {
      folder.write(textFile(way.invariant()), out -> text(exploration, way, out));
    }
    folder.write(ANSWER, out -> AnswerJson.write(exploration, out));
    folder.publish(names());
  }

  /** Every file that an exploration may write; a folder with an answer is complete. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Invariant invariant : Invariant.values()) {
      names.add(textFile(invariant));
    }
    names.add(ANSWER);
    return names;
  }

  private static String textFile(Invariant invariant) {
    return "counterexample-" + invariant + ".txt";
  }

  private static void text(Exploration exploration, Counterexample way, OutputStream out)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SystemText.title(exploration.system()));
    lines.add("  " + String.join(", ", SystemText.choices(exploration.system())));
    lines.add("");
    lines.addAll(AnswerText.of(way));
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
