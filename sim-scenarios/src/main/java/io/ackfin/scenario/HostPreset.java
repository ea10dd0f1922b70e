package io.ackfin.scenario;

import io.ackfin.device.soc.SocSpec;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The preset {@code host}: what a calibration of this machine found, in a file that is a preset
 * file like any other and is not part of the project.
 */
public final class HostPreset {
  /** How scenarios name it. */
  public static final String NAME = "host";

  /** Where a calibration leaves it, seen from the current directory. */
  public static final Path FILE = Path.of("reports", "out", "host.yaml");

  /** What to do about a missing file. */
  public static final String EXPECTED = "the file " + FILE + ", which 'ackfin calibrate' writes";

  private HostPreset() {}

  /** Whether this host was calibrated. */
  public static boolean isThere() {
    return Files.exists(FILE);
  }

  /**
   * The chip with this host's costs, or empty if it was not calibrated.
   *
   * @throws InvalidInputException if the file cannot be used
   */
  public static Optional<SocSpec> ifThere() {
    return isThere() ? Optional.of(read(FILE)) : Optional.empty();
  }

  /**
   * The chip of a preset file.
   *
   * @throws InvalidInputException with all problems, if it cannot be used
   */
  public static SocSpec read(Path file) {
    Problems problems = new Problems();
    Optional<SocSection> section = new PresetResolver(Path.of(""), problems).file(file);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.inOrder());
    }
    return section.orElseThrow().spec();
  }
}
