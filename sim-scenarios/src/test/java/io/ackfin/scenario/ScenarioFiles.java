package io.ackfin.scenario;

import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The scenario files that tests read: the configurations of the project, files with a fault ({@code
 * broken}) and the same files without it ({@code corrected}). A comment line {@code #! --set
 * path=value} at the top of a file is an option to load it with.
 */
final class ScenarioFiles {
  private static final String OPTION = "#! --set ";
  private static final String EXPECTED = ".expected";

  private ScenarioFiles() {}

  /** The folder of the test resources. */
  static Path resources() {
    try {
      return Path.of(ScenarioFiles.class.getResource("/scenario").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<Path> broken() {
    return in(resources().resolve("broken")).filter(file -> !file.toString().endsWith(EXPECTED));
  }

  static Stream<Path> corrected() {
    return in(resources().resolve("corrected"));
  }

  static Stream<Path> configs() {
    return in(Path.of(System.getProperty("ackfin.root"), "configs"))
        .filter(file -> file.toString().endsWith(".yaml"));
  }

  /** What is printed for a broken file; folders are left out. */
  static String expected(Path broken) {
    return text(Path.of(broken + EXPECTED));
  }

  /** What loading a file prints: its problems, or nothing. */
  static String problems(Path file) {
    try {
      load(file);
      return "";
    } catch (InvalidInputException e) {
      return (e.getMessage() + "\n")
          .replace(file.getParent() + "/", "")
          .replace(resources() + "/", "");
    }
  }

  static Scenario load(Path file) {
    return ScenarioLoader.load(file, options(file), OptionalLong.empty());
  }

  static List<Assignment> options(Path file) {
    return text(file)
        .lines()
        .filter(line -> line.startsWith(OPTION))
        .map(line -> Assignment.set(line.substring(OPTION.length())))
        .toList();
  }

  /** The content; one of the files is not in UTF-8 on purpose. */
  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
