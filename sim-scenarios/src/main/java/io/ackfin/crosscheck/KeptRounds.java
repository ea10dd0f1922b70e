package io.ackfin.crosscheck;

import io.ackfin.crosscheck.real.RecordedRun;
import io.ackfin.crosscheck.real.RecordingFile;
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
   * @throws io.ackfin.scenario.text.InvalidInputException if the next file cannot be used
   */
  @Override
  public RecordedRun next() {
    return RecordingFile.read(files.get(read++));
  }
}
