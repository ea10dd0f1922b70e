package io.ackfin.output;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RecordingFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one cross-check: the result for machines and for people, the scenario with every
 * default written out, and the recordings that are worth keeping, numbered by their rounds. Not
 * thread-safe.
 */
public final class CrossCheckFiles {
  private static final String TEXT = "crosscheck.txt";
  private static final String JSON = "crosscheck.json";
  private static final Pattern RECORDING =
      Pattern.compile("round-\\d+" + Pattern.quote(RecordingFile.SUFFIX));

  private final RunFolder folder;
  private final Set<String> recordings = new LinkedHashSet<>();

  /** Files of a folder, which keeps nothing unless {@link #finish} is called. */
  public CrossCheckFiles(RunFolder folder) {
    this.folder = folder;
  }

  /**
   * Keeps the recording of a round.
   *
   * @param round counted from 1
   * @param scenario what was run, every default written out
   * @throws OutputException if it cannot be written
   */
  public void keep(int round, RecordedRun run, String scenario) {
    String name = String.format(Locale.ROOT, "round-%04d%s", round, RecordingFile.SUFFIX);
    folder.write(name, out -> RecordingFile.write(run, scenario, out));
    recordings.add(name);
  }

  /**
   * Writes the result and moves all files to their places; those of an earlier cross-check go.
   *
   * @param scenario what was run; empty if recordings were read
   * @throws OutputException if any file cannot be written; none is there then
   */
  public void finish(CrossChecked checked, Optional<String> scenario) {
    scenario.ifPresent(yaml -> folder.write(RunFile.SCENARIO.toString(), out -> text(yaml, out)));
    List<String> lines = CrossCheckText.of(checked, null);
    folder.write(TEXT, out -> text(String.join("\n", lines) + "\n", out));
    folder.write(JSON, out -> CrossCheckJson.write(checked, out));
    folder.publish(names());
  }

  /** Every file that was written now or may be there from earlier, the result last. */
  private List<String> names() {
    Set<String> names = new LinkedHashSet<>(recordings);
    try (Stream<Path> files = Files.list(folder.path())) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> RECORDING.matcher(name).matches())
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      throw OutputException.of(folder.path(), e);
    }
    names.addAll(List.of(RunFile.SCENARIO.toString(), TEXT, JSON));
    return List.copyOf(names);
  }

  private static void text(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
