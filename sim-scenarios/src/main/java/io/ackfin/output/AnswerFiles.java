package io.ackfin.output;

import io.ackfin.check.Verdict;
import io.ackfin.protocol.Invariant;
import io.ackfin.run.replay.DepartureException;
import io.ackfin.run.replay.Replay;
import io.ackfin.run.replay.ReplayResult;
import io.ackfin.verify.BoundedSystem;
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

  private AnswerFiles() {}

  /**
   * Writes all files of an exploration that has ended, however it ended, and moves them to their
   * places.
   *
   * @throws OutputException if any of them cannot be written; none is there then
   */
  public static void write(Exploration exploration, RunFolder folder) {
    for (Counterexample way : exploration.answer().violated()) {
      String seen = writeTimeline(exploration.system(), way, folder);
      folder.write(textFile(way.invariant()), out -> text(exploration, way, seen, out));
    }
    folder.write(ANSWER, out -> AnswerJson.write(exploration, out));
    folder.publish(names());
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

  /** Writes the timeline of a way and says what was seen to break there. */
  private static String writeTimeline(BoundedSystem system, Counterexample way, RunFolder folder) {
    String[] seen = new String[1];
    folder.write(
        timelineFile(way.invariant()),
        out -> {
          try {
            seen[0] = seen(Replay.of(system, way).run(out), way.invariant());
          } catch (DepartureException e) {
            seen[0] = "the simulator does not follow: " + e.getMessage() + "; a defect of ackfin";
          }
        });
    return seen[0];
  }

  private static String seen(ReplayResult result, Invariant invariant) {
    Verdict verdict = result.verdict(invariant);
    String what =
        verdict.held() ? invariant + " held, which is a defect of ackfin" : verdict.firstMessage();
    return "the simulator, forced into this order: " + what;
  }

  private static void text(
      Exploration exploration, Counterexample way, String seen, OutputStream out)
      throws IOException {
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
