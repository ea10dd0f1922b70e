package io.ackfin.crosscheck;

import io.ackfin.crosscheck.judge.RecordingFit;
import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RecordingFile;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Position;
import io.ackfin.scenario.text.Problem;
import java.nio.file.Path;
import java.util.List;

/** Runs that were recorded earlier, a file each; read one by one, when their turn comes. */
public final class KeptRounds implements Rounds {
  private final List<Path> files;
  private int read;

  /** The runs of these files, one at least. */
  public KeptRounds(List<Path> files) {
    this.files = List.copyOf(files);
  }

  @Override
  public String name() {
    return files.size() == 1 ? files.get(0).toString() : files.size() + " recordings";
  }

  @Override
  public int count() {
    return files.size();
  }

  @Override
  public boolean hasNext() {
    return read < files.size();
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException if the next file cannot be used, or is of another workload than
   *     its scenario
   */
  @Override
  public RecordedRun next() {
    Path file = files.get(read++);
    RecordedRun run = RecordingFile.read(file);
    try {
      RecordingFit.check(run);
    } catch (IllegalArgumentException unfit) {
      Problem.Refusal refusal = Problem.Refusal.of(unfit.getMessage());
      throw new InvalidInputException(
          List.of(
              new Problem(
                  Position.of(file.toString()),
                  refusal.name().isEmpty() ? "recording" : refusal.name(),
                  refusal.found(),
                  refusal.expected())));
    }
    return run;
  }
}
