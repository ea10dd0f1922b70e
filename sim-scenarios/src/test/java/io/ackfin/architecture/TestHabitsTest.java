package io.ackfin.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Habits of the tests of all modules. Read from their sources: the compiled tests of one module are
 * not on the path of another.
 */
@Tag("unit")
class TestHabitsTest {
  /** The kinds of evidence; a build may leave some of them out, never a single test. */
  private static final List<String> TAGS =
      List.of("unit", "contract", "golden", "property", "crosscheck", "stress", "slow");

  // Split, so that this file does not find itself.
  private static final Pattern SKIPS = Pattern.compile("@(Disab" + "led|Ign" + "ore)\\b");
  private static final Pattern TESTS =
      Pattern.compile("@(Te" + "st|ParameterizedTe" + "st|TestFact" + "ory)\\b");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"(\\w+)\"\\)");

  private static final Map<String, String> SOURCES = sources();

  @Test
  void testsOfAllModulesAreFound() {
    assertThat(SOURCES.keySet())
        .anyMatch(file -> file.startsWith("sim-core"))
        .anyMatch(file -> file.startsWith("sim-devices"))
        .anyMatch(file -> file.startsWith("sim-scenarios"));
  }

  @Test
  void noTestIsSwitchedOff() {
    List<String> skipping = new ArrayList<>();
    SOURCES.forEach(
        (file, text) -> {
          if (SKIPS.matcher(text).find()) {
            skipping.add(file);
          }
        });
    assertThat(skipping)
        .as("a test that does not run proves nothing: mend it or take it out")
        .isEmpty();
  }

  @Test
  void everyTestSaysWhatKindOfEvidenceItIs() {
    List<String> untagged = new ArrayList<>();
    TreeSet<String> tags = new TreeSet<>();
    SOURCES.forEach(
        (file, text) -> {
          Matcher tag = TAG.matcher(text);
          boolean tagged = false;
          while (tag.find()) {
            tagged = true;
            tags.add(tag.group(1));
          }
          if (!tagged && TESTS.matcher(text).find()) {
            untagged.add(file);
          }
        });
    assertThat(untagged).as("a build chooses tests by their tags").isEmpty();
    assertThat(TAGS).as("tags that builds know").containsAll(tags);
  }

  private static Map<String, String> sources() {
    Path root = Path.of(System.getProperty("ackfin.root"));
    Map<String, String> texts = new TreeMap<>();
    for (String module : List.of("sim-core", "sim-devices", "sim-scenarios")) {
      try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src/test/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          texts.put(root.relativize(file).toString(), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }
}
