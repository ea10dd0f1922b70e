package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.scenario.text.Assignment;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Problem;
import io.ackfin.scenario.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However a file is damaged, loading gives a scenario or problems, and nothing else. */
@Tag("property")
class ScenarioMutationTest {
  private static final int FILES = 3_000;
  private static final String SIGNS =
      ":-{}[],&*!|>'\"%@`#?~ \n\t\\0123456789abz._\u0000\u0085\uFFFF";

  @Test
  void damagedFilesGiveProblemsAndNothingElse() {
    List<Path> files =
        java.util.stream.Stream.concat(ScenarioFiles.configs(), ScenarioFiles.corrected()).toList();
    int refused = 0;
    for (int seed = 0; seed < FILES; seed++) {
      Random random = new Random(seed);
      Path file = files.get(random.nextInt(files.size()));
      boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
      String text = damaged(ScenarioFiles.text(file), random);
      refused += isRefused(text, json, ScenarioFiles.options(file), seed) ? 1 : 0;
    }
    // Otherwise the damage would be too small to show anything.
    assertThat(refused).isBetween(FILES / 3, FILES - 1);
  }

  private static boolean isRefused(String text, boolean json, List<Assignment> sets, int seed) {
    SourceText.Syntax syntax = json ? SourceText.Syntax.JSON : SourceText.Syntax.YAML;
    try {
      ScenarioLoader.parse(new SourceText("f", text, syntax), ScenarioFiles.resources(), sets);
      return false;
    } catch (InvalidInputException e) {
      assertThat(e.problems()).as("seed %d:%n%s", seed, text).isNotEmpty();
      assertThat(e.problems())
          .as("seed %d:%n%s", seed, text)
          .allSatisfy(ScenarioMutationTest::assertReadable);
      return true;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed + ":\n" + text, e);
    }
  }

  private static void assertReadable(Problem problem) {
    assertThat(problem.toString()).doesNotContain("\n", "Exception", "io.ackfin", "java.");
    assertThat(problem.path()).isNotEmpty();
    assertThat(problem.found()).isNotEmpty();
    assertThat(problem.expected()).isNotEmpty();
  }

  private static String damaged(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0 && damaged.length() > 1; i--) {
      int at = random.nextInt(damaged.length());
      int length = Math.min(random.nextInt(8), damaged.length() - at);
      switch (random.nextInt(4)) {
        case 0 -> damaged.delete(at, at + length);
        case 1 -> damaged.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        case 2 -> damaged.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
        default -> damaged.insert(random.nextInt(at + 1), damaged.substring(at / 2, at));
      }
    }
    return damaged.toString();
  }
}
