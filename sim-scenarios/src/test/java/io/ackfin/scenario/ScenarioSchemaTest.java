package io.ackfin.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema agrees with the loader as far as a schema can see. */
@Tag("unit")
class ScenarioSchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ScenarioSchema.asJson());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .build());

  /** Faults that only the loader can see: each name is a broken file that the schema accepts. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          // Several parameters have to fit together.
          "addition-not-in-variant",
          "chains-exceed-tasks",
          "cluster-without-cores",
          "drawn-shape-exceeds-cluster",
          "duration-range-reversed",
          "duration-weights-missing",
          "expected-invariant-without-failure",
          "mixed-exceeds-cluster",
          "protection-not-in-parity",
          "protection-not-in-variant",
          "several-tasks",
          "shape-exceeds-cluster",
          "task-after-itself",
          "task-cycle",
          "task-durations-too-many",
          "task-exceeds-cluster",
          "task-id-repeated",
          "task-id-unknown",
          "task-shape-and-subtasks",
          "task-without-shape",
          "tasks-empty",
          "kernel-sync-alone",
          // Times are strings to a schema: it knows no range and no picosecond.
          "time-inexact",
          "time-out-of-range",
          "time-too-long",
          // Numbers that YAML's readers understand in their own way.
          "count-exponent",
          "count-grouped",
          "count-hexadecimal",
          "count-octal",
          // Gone before a schema sees the tree.
          "further-document",
          "json-key-twice",
          "key-twice",
          "not-utf-8",
          "tag",
          // Gaps in a range, values of 64 bits, other files.
          "count-too-large",
          "expected-exit-impossible",
          "preset-file-broken",
          "preset-file-is-a-scenario",
          "preset-file-missing",
          "preset-file-of-itself");

  @ParameterizedTest
  @MethodSource("valid")
  void acceptsWhatTheLoaderAccepts(Path file) {
    assertThat(SCHEMA.validate(tree(file).orElseThrow())).isEmpty();
  }

  static Stream<Path> valid() {
    return Stream.concat(ScenarioFiles.configs(), withoutOptions(ScenarioFiles.corrected()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void refusesEveryStructuralFault(Path file) {
    Optional<JsonNode> tree = tree(file);
    boolean refused = tree.isEmpty() || !SCHEMA.validate(tree.get()).isEmpty();
    String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    assertThat(refused).as(name).isNotEqualTo(BEYOND_A_SCHEMA.contains(name));
  }

  static Stream<Path> invalid() {
    return withoutOptions(ScenarioFiles.broken());
  }

  @Test
  void statesMeaningsRangesAndRequiredKeys() throws JsonProcessingException {
    JsonNode schema = JSON.readTree(ScenarioSchema.asJson());
    JsonNode clusters = schema.at("/properties/soc/properties/clusters");
    assertThat(clusters.toString())
        .isEqualTo(
            "{\"type\":\"integer\",\"description\":\"clusters on the die\","
                + "\"minimum\":1,\"maximum\":1024}");
    assertThat(schema.get("required").toString()).isEqualTo("[\"ackfin\",\"name\",\"workload\"]");
    assertThat(schema.findValues("additionalProperties"))
        .hasSizeGreaterThan(20)
        .allMatch(value -> !value.booleanValue());
  }

  /** A fault in an option is not in the file. */
  private static Stream<Path> withoutOptions(Stream<Path> files) {
    return files.filter(file -> ScenarioFiles.options(file).isEmpty());
  }

  /** Empty if no reader gets a tree out of the file. */
  private static Optional<JsonNode> tree(Path file) {
    ObjectMapper mapper = file.toString().endsWith(".json") ? JSON : YAML;
    try {
      return Optional.of(mapper.readTree(ScenarioFiles.text(file)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
