package io.ackfin.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.scenario.text.Node.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written is read back equal, whatever the texts in it look like. */
@Tag("property")
class YamlTextTest {
  private static final Position NOWHERE = Position.of("");
  private static final int TREES = 500;
  private static final List<String> TEXTS =
      List.of(
          "2us",
          "1.5ns",
          "on",
          "No",
          "y",
          "true",
          "null",
          "~",
          "5",
          "010",
          "1_000",
          "1e3",
          "0x1F",
          "1:30",
          "2001-12-14",
          "a b",
          " a",
          "a ",
          "a: b",
          "a #b",
          "#",
          "-",
          "- a",
          "[a]",
          "{a}",
          "*a",
          "&a",
          "!a",
          "@a",
          "%a",
          "|",
          ">",
          "'",
          "\"",
          "\\",
          "a\tb",
          "ü\uD83D\uDE00",
          "=",
          "<<",
          "? a",
          ",",
          "AIC_ONLY",
          "cache-invalidate:hank",
          ".",
          "a.b/c",
          "NaN",
          ".inf");

  @Test
  void everyTreeSurvives() {
    for (int seed = 0; seed < TREES; seed++) {
      Node tree = mapping(new Random(seed), 3);
      String text = YamlText.of(tree);
      Problems problems = new Problems();
      SourceText source = new SourceText("f", text, SourceText.Syntax.YAML);
      Node read = TreeReader.read(source, problems).orElseThrow();
      assertThat(problems.inOrder()).as("seed %d:%n%s", seed, text).isEmpty();
      assertThat(bare(read)).as("seed %d:%n%s", seed, text).isEqualTo(bare(tree));
    }
  }

  private static Node mapping(Random random, int depth) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      entries.put(text(random), new Node.Entry(NOWHERE, node(random, depth - 1)));
    }
    return new Node.Mapping(NOWHERE, entries);
  }

  private static Node node(Random random, int depth) {
    int choice = random.nextInt(depth > 0 ? 6 : 4);
    return switch (choice) {
      case 0 -> new Node.Scalar(NOWHERE, Kind.NUMBER, Integer.toString(random.nextInt()));
      case 1 -> new Node.Scalar(NOWHERE, Kind.TRUTH, Boolean.toString(random.nextBoolean()));
      case 2, 3 -> new Node.Scalar(NOWHERE, Kind.TEXT, text(random));
      case 4 -> mapping(random, depth);
      default -> {
        List<Node> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(node(random, depth - 1));
        }
        yield new Node.Sequence(NOWHERE, items);
      }
    };
  }

  private static String text(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return random.nextInt(4) == 0 ? text + TEXTS.get(random.nextInt(TEXTS.size())) : text;
  }

  /** The tree without positions. */
  private static Object bare(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> bare = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> bare.put(key, bare(entry.value())));
      return bare;
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(YamlTextTest::bare).toList();
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return scalar.kind() + " " + scalar.text();
  }
}
