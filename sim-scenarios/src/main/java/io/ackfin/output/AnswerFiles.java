package io.ackfin.output;

import io.ackfin.protocol.Invariant;
import io.ackfin.run.replay.DepartureException;
import io.ackfin.run.replay.Replay;
import io.ackfin.run.replay.ReplayResult;
import io.ackfin.verify.Counterexample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one exploration: the answer, and for each invariant that can break the way into it,
 * as a text and as the timeline of the simulator, which is made to go the same way.
 */
public final class AnswerFiles {
  private static final String ANSWER = "answer.json";

  private final Exploration exploration;
  private final List<String> differences = new ArrayList<>();

  private AnswerFiles(Exploration exploration) {
    this.exploration = exploration;
  }

  /**
   * Writes all files of an exploration that has ended, however it ended, and moves them to their
   * places.
   *
   * @return where the simulator did something else than the explorer, a line each; none unless one
   *     of the two has a defect
   * @throws OutputException if any file cannot be written; none is there then
   */
  public static List<String> write(Exploration exploration, RunFolder folder) {
    return new AnswerFiles(exploration).writeTo(folder);
  }

  private List<String> writeTo(RunFolder folder) {
    for (Counterexample way : exploration.answer().violated()) {
      folder.write(textFile(way.invariant()), out -> text(way, out));
      folder.write(timelineFile(way.invariant()), out -> timeline(way, out));
    }
    folder.write(ANSWER, out -> AnswerJson.write(exploration, out));
    folder.publish(names());
    return List.copyOf(differences);
  }

  /** Every file that an exploration may write; a folder with an answer is complete. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Invariant invariant : Invariant.values()) {
      names.add(textFile(invariant));
      names.add(timelineFile(invariant));
    }
    names.add(ANSWER);
    return names;
  }

  private static String textFile(Invariant invariant) {
    return "counterexample-" + invariant + ".txt";
  }

  private static String timelineFile(Invariant invariant) {
    return "timeline-" + invariant + ".json.gz";
  }

  private void text(Counterexample way, OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SystemText.title(exploration.system()));
    lines.add("  " + String.join(", ", SystemText.choices(exploration.system())));
    lines.add("");
    lines.addAll(AnswerText.of(way));
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** A timeline shows how far the simulator came, even if it leaves the way. */
  private void timeline(Counterexample way, OutputStream out) throws IOException {
    try {
      ReplayResult replayed = Replay.of(exploration.system(), way).run(out);
      if (replayed.verdict(way.invariant()).held()) {
        differences.add(way.invariant() + ": not broken by the simulator on the same way");
      }
    } catch (DepartureException e) {
      differences.add(way.invariant() + ": " + e.getMessage());
    }
  }
}
