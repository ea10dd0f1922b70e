package io.ackfin.cli;

import io.ackfin.output.RunFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where results go and in which form. */
final class ResultOptions {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "the folder for the files; without it, a new numbered one under reports/out")
  private Path folder;

  @Option(names = "--force", description = "lets --out replace an earlier run's files")
  private boolean force;

  @Option(names = "--json", description = "prints the result for machines, and nothing else")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "prints no summary and no progress")
  private boolean quiet;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  /** The folder that was named. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Makes the folder of a run. */
  RunFolder make(String name) {
    return folder == null
        ? RunFolder.numbered(RunFolder.DEFAULT_BASE, name)
        : RunFolder.at(folder, force);
  }
}
