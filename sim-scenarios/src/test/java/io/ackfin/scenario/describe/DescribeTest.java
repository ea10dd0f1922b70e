package io.ackfin.scenario.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.scenario.EffectiveScenario;
import io.ackfin.scenario.ScenarioLoader;
import io.ackfin.scenario.text.InvalidInputException;
import io.ackfin.scenario.text.Node;
import io.ackfin.scenario.text.Problems;
import io.ackfin.scenario.text.SourceText;
import io.ackfin.scenario.text.TreeReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DescribeTest {
  @Test
  void everyKindAndNameHasATableThatFits() {
    for (List<String> kind : Describe.of(List.of()).tables().get(0).rows()) {
      assertThatItFits(Describe.of(List.of(kind.get(0))));
      for (String name : kind.get(2).isEmpty() ? new String[0] : kind.get(2).split(", ", -1)) {
        assertThatItFits(Describe.of(List.of(kind.get(0), name)));
      }
    }
  }

  private static void assertThatItFits(Description description) {
    assertThat(description.tables()).isNotEmpty().noneMatch(table -> table.rows().isEmpty());
    assertThat(description.asText().lines())
        .as(description.subject())
        .allMatch(line -> line.length() <= TableText.WIDTH);
  }

  /** Whatever the effective scenario writes out is described, with the same default. */
  @Test
  void scenarioDescribesEveryKeyWithItsDefault() {
    String small = "{ackfin: 1, name: small, workload: {generator: {kind: independent}}}";
    SourceText source = new SourceText("s", small, SourceText.Syntax.YAML);
    String effective =
        EffectiveScenario.toYaml(ScenarioLoader.parse(source, Path.of(""), List.of()));
    Node written =
        TreeReader.read(new SourceText("e", effective, SourceText.Syntax.YAML), new Problems())
            .orElseThrow();
    List<String> expected = new ArrayList<>();
    leaves("", written, expected);
    List<String> described =
        Describe.of(List.of("scenario")).tables().get(0).rows().stream()
            .map(row -> row.get(0) + " = " + row.get(2))
            .toList();
    expected.removeIf(leaf -> leaf.startsWith("workload."));
    expected.replaceAll(leaf -> leaf.matches("(ackfin|name) = .*") ? required(leaf) : leaf);
    assertThat(expected).hasSizeGreaterThan(40);
    assertThat(described).containsAll(expected);
  }

  private static String required(String leaf) {
    return leaf.replaceFirst("= .*", "= required");
  }

  private static void leaves(String path, Node node, List<String> leaves) {
    if (node instanceof Node.Mapping mapping) {
      mapping
          .entries()
          .forEach(
              (key, entry) ->
                  leaves(path.isEmpty() ? key : path + "." + key, entry.value(), leaves));
    } else {
      leaves.add(path + " = " + ParameterRows.inline(node));
    }
  }

  @Test
  void generatorShowsKeyTypeDefaultRangeMeaningAndSource() {
    assertThat(Describe.of(List.of("duration", "lognormal")).asText())
        .isEqualTo(
            """
            duration, kind: lognormal
            parameter  type    default   range
            median     time    required  1ps to 100000s
                half of the kernels take less
            sigma      number  required  0 to 10
                the standard deviation of the logarithm of the duration
            """);
  }

  @Test
  void presetDoesNotClaimTheSourceOfAnotherValue() {
    Table reference = Describe.of(List.of("preset", "reference")).tables().get(0);
    assertThat(reference.rows())
        .anySatisfy(
            row -> {
              assertThat(row.get(0)).isEqualTo("soc.mmio.load");
              assertThat(row.get(5)).startsWith("published: 95-105 ns");
            })
        .anySatisfy(
            row -> {
              assertThat(row.get(0)).isEqualTo("soc.mmio.storeIssue");
              assertThat(row.get(5)).isEmpty();
            });
  }

  @Test
  void unknownWordsNameTheNearest() {
    assertThatThrownBy(() -> Describe.of(List.of("genrator")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("describe genrator: KIND: genrator (expected: one of scenario, ")
        .hasMessageEndingWith("; did you mean 'generator'?)");
    assertThatThrownBy(() -> Describe.of(List.of("preset", "a3a3")))
        .hasMessage(
            "describe preset a3a3: NAME: a3a3"
                + " (expected: one of a2a3, reference; did you mean 'a2a3'?)");
    assertThatThrownBy(() -> Describe.of(List.of("preset", "a2a3", "more")))
        .hasMessage("describe preset a2a3 more: NAME: more (expected: nothing more)");
  }

  @Test
  void longCellsAreContinuedInTheirColumn() {
    String words = "words ".repeat(30).strip();
    Table table = new Table("t", List.of("a", "b", "c"), List.of(List.of("1", words, words)));
    assertThat(TableText.of(table))
        .isEqualTo(
            """
            t
            a  b                                                c
            1  words words words words words words words words  words words words words words words words words
               words words words words words words words words  words words words words words words words words
               words words words words words words words words  words words words words words words words words
               words words words words words words              words words words words words words
            """);
  }
}
