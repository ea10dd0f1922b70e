package io.ackfin.output;

import io.ackfin.check.Verdict;
import io.ackfin.protocol.Invariant;
import io.ackfin.run.replay.DepartureException;
import io.ackfin.run.replay.Replay;
import io.ackfin.verify.Counterexample;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one exploration: the answer, and for each invariant that can break a text and a
 * timeline. The timeline is that of the simulated devices, forced into the order of the way; the
 * text says what the checks that watch every run saw there, which is a second opinion.
 */
public final class AnswerFiles {
  private static final String ANSWER = "answer.json";

  private final Exploration exploration;
  private final RunFolder folder;
  private final List<String> differences = new ArrayList<>();

  private AnswerFiles(Exploration exploration, RunFolder folder) {
    this.exploration = exploration;
    this.folder = folder;
  }

  /**
   * Writes all files of an exploration that has ended, however it ended, and moves them to their
   * places.
   *
   * @return where the second opinion is another one, a line each; none unless explorer or simulator
   *     has a defect
   * @throws OutputException if any file cannot be written; none is there then
   */
  public static List<String> write(Exploration exploration, RunFolder folder) {
    return new AnswerFiles(exploration, folder).write();
  }

  private List<String> write() {
    for (Counterexample way : exploration.answer().violated()) {
      String seen = writeTimeline(way);
      folder.write(textFile(way.invariant()), out -> text(way, seen, out));
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
    return "counterexample-" + invariant + ".timeline.json.gz";
  }

  /**
   * Writes the timeline of a way and says what was seen to break there. Of a way that the simulator
   * leaves it shows how far that came.
   */
  private String writeTimeline(Counterexample way) {
    List<String> seen = new ArrayList<>();
    folder.write(timelineFile(way.invariant()), out -> seen.add(replay(way, out)));
    return "the simulator, forced into this order: " + seen.get(0);
  }

  private String replay(Counterexample way, OutputStream out) throws IOException {
    try {
      Verdict verdict = Replay.of(exploration.system(), way).run(out).verdict(way.invariant());
      return verdict.held()
          ? differing(way, "holds when the simulator is forced into this order")
          : verdict.firstMessage();
    } catch (DepartureException e) {
      return differing(way, e.getMessage());
    }
  }

  private String differing(Counterexample way, String difference) {
    differences.add(way.invariant() + ": " + difference);
    return difference + ", which is a defect of ackfin";
  }

  private void text(Counterexample way, String seen, OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(SystemText.title(exploration.system()));
    lines.add("  " + String.join(", ", SystemText.choices(exploration.system())));
    lines.add("");
    lines.addAll(AnswerText.of(way));
    lines.add("");
    lines.add(seen);
    out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
