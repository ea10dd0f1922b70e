package io.ackfin.workload;

import static io.ackfin.workload.GraphGeneratorTest.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.ResourceShape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shapes of well-known workloads, at small size by hand and at default size by counts. */
@Tag("unit")
class KnownWorkloadsTest {
  private static final KernelDuration TWO = new KernelDuration.Fixed(Ticks.ofPicos(2));
  private static final KernelDuration THREE = new KernelDuration.Fixed(Ticks.ofPicos(3));
  private static final KernelDuration RANDOM =
      new KernelDuration.Uniform(Ticks.ofMicros(1), Ticks.ofMicros(9));

  /** As the runtime's recorded examples: kernels, shapes, who waits for whom. */
  @Test
  void vectorStepsWaitWithinTheirIteration() {
    assertThat(describe(new VectorSteps(2, TWO).build(1)))
        .containsExactly(
            "AIV_X1 AIV0:0:2 after []",
            "AIV_X1 AIV0:1:2 after [0]",
            "AIV_X1 AIV0:1:2 after [0]",
            "AIV_X1 AIV0:2:2 after [1, 2]",
            "AIV_X1 AIV0:0:2 after [3, 0]",
            "AIV_X1 AIV0:0:2 after []",
            "AIV_X1 AIV0:1:2 after [5]",
            "AIV_X1 AIV0:1:2 after [5]",
            "AIV_X1 AIV0:2:2 after [6, 7]",
            "AIV_X1 AIV0:0:2 after [8, 5]");
  }

  @Test
  void alternatingTasksTakeTurns() {
    assertThat(describe(new Alternating(2, TWO, THREE).build(1)))
        .containsExactly(
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after []",
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after []");
  }

  @Test
  void additionsOfAProductFormAChain() {
    List<String> chain =
        List.of(
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after [0]",
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after [1, 2]");
    assertThat(describe(new Bgemm(1, 1, 1, 2, TWO, THREE).build(1))).isEqualTo(chain);
    assertThat(describe(new BenchmarkBgemm(2, 2, TWO, THREE).build(1))).isEqualTo(chain);
    assertThat(describe(new BenchmarkBgemm(4, 2, TWO, THREE).build(1)))
        .isEqualTo(describe(new Bgemm(1, 2, 1, 2, TWO, THREE).build(1)))
        .isEqualTo(describe(new Bgemm(2, 1, 1, 2, TWO, THREE).build(1)));
    // Three products by two leave one for a chain of its own.
    assertThat(describe(new BenchmarkBgemm(3, 2, TWO, THREE).build(1)))
        .startsWith(chain.toArray(String[]::new))
        .endsWith("AIC_ONLY AIC:0:2 after []", "AIV_X1 AIV0:1:3 after [4]");
  }

  @Test
  void onlyTheUpdatesOfAttentionWaitForOneAnother() {
    List<String> chain =
        List.of(
            "AIV_X1 AIV0:5:3 after []",
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after [1]",
            "AIC_ONLY AIC:2:2 after [2]",
            "AIV_X1 AIV0:3:3 after [2, 3, 0]",
            "AIC_ONLY AIC:0:2 after []",
            "AIV_X1 AIV0:1:3 after [5]",
            "AIC_ONLY AIC:2:2 after [6]",
            "AIV_X1 AIV0:3:3 after [6, 7, 4]");
    assertThat(describe(new PagedAttention(1, 1, 2, TWO, THREE).build(1))).isEqualTo(chain);
    // Three blocks two at a time, and three sequences two at a time.
    assertThat(describe(new PagedAttentionUnrolled(1, 3, 2, TWO, THREE).build(1))).isEqualTo(chain);
    assertThat(describe(new BatchPagedAttention(3, 2, 2, TWO, THREE).build(1)))
        .isEqualTo(describe(new PagedAttention(2, 1, 2, TWO, THREE).build(1)))
        .isEqualTo(describe(new PagedAttention(1, 2, 2, TWO, THREE).build(1)));
  }

  @Test
  void branchesLieBetweenJoints() {
    ForkJoin stages = new ForkJoin(2, 2, ResourceShape.AIC_ONLY, ResourceShape.AIV_X1, TWO);
    assertThat(describe(stages.build(1)))
        .containsExactly(
            "AIV_X1 AIV0:1:2 after []",
            "AIC_ONLY AIC:0:2 after [0]",
            "AIC_ONLY AIC:0:2 after [0]",
            "AIV_X1 AIV0:1:2 after [1, 2]",
            "AIC_ONLY AIC:0:2 after [3]",
            "AIC_ONLY AIC:0:2 after [3]",
            "AIV_X1 AIV0:1:2 after [4, 5]");
  }

  @Test
  void aDecodeLayerWaitsForTheOneBefore() {
    TaskGraph graph = new DecodeLayer(2, 1, 2, 2, 1, TWO, THREE, THREE).build(1);
    List<String> layer =
        List.of(
            "AIV_X1 AIV0:0:3 after []",
            "AIC_ONLY AIC:1:2 after [0]",
            "AIC_ONLY AIC:1:2 after [0]",
            "AIV_X1 AIV0:2:3 after [1, 2]",
            "AIC_ONLY AIC:3:3 after [3]",
            "AIV_X1 AIV0:4:3 after [4]",
            "AIC_ONLY AIC:5:3 after [5]",
            "AIV_X1 AIV0:6:3 after [6]",
            "AIC_ONLY AIC:3:3 after [3]",
            "AIV_X1 AIV0:4:3 after [8]",
            "AIC_ONLY AIC:5:3 after [9]",
            "AIV_X1 AIV0:6:3 after [10, 7]",
            "AIC_ONLY AIC:7:2 after [11]",
            "AIC_ONLY AIC:7:2 after [11]",
            "AIV_X1 AIV0:0:3 after [12, 13]",
            "AIC_ONLY AIC:8:2 after [14]",
            "AIV_X1 AIV0:9:3 after [15]",
            "AIC_ONLY AIC:10:2 after [16]",
            "AIC_ONLY AIC:10:2 after [16]",
            "AIV_X1 AIV0:0:3 after [17, 18]");
    assertThat(describe(graph)).startsWith(layer.toArray(String[]::new)).hasSize(2 * layer.size());
    assertThat(describe(graph).get(layer.size())).isEqualTo("AIV_X1 AIV0:0:3 after [19]");
  }

  /** In a decode layer everything is ordered: nothing may be left that waits for nothing. */
  @Test
  void everyTaskOfADecodeLayerLeadsToItsEnd() {
    TaskGraph graph = new DecodeLayer(3, 4, 3, 5, 6, TWO, THREE, THREE).build(1);
    BitSet roots = new BitSet();
    BitSet ends = new BitSet();
    for (int task = 0; task < graph.tasks(); task++) {
      roots.set(task, graph.producerCount(task) == 0);
      ends.set(task, graph.consumerCount(task) == 0);
    }
    assertThat(roots.stream()).containsExactly(0);
    assertThat(ends.stream()).containsExactly(graph.tasks() - 1);
  }

  static Stream<Arguments> publishedSizes() {
    return Stream.of(
        Arguments.of(Alternating.defaults(), 500, 500, 0),
        Arguments.of(BenchmarkBgemm.defaults(), 500, 500, 750),
        // 256 batches of a HUB and 64 blocks; each block has 5 edges and its UP one more.
        Arguments.of(PagedAttention.defaults(), 32_768, 33_024, 256 * 64 * 5),
        Arguments.of(PagedAttentionUnrolled.defaults(), 512, 768, 256 * 5),
        Arguments.of(BatchPagedAttention.defaults(), 2_048, 2_064, 16 * 64 * 5));
  }

  @ParameterizedTest
  @MethodSource("publishedSizes")
  void defaultsAreThePublishedSizes(GraphGenerator generator, int cubes, int vectors, int edges) {
    TaskGraph graph = generator.build(1);
    long cubeTasks =
        IntStream.range(0, graph.tasks())
            .filter(task -> graph.shape(task) == ResourceShape.AIC_ONLY)
            .count();
    assertThat(cubeTasks).isEqualTo(cubes);
    assertThat(graph.tasks()).isEqualTo(cubes + vectors);
    assertThat(graph.edges()).isEqualTo(edges);
  }

  static Stream<GraphSource> randomSources() {
    return Stream.of(
        new ForkJoin(3, 20, ResourceShape.AIC_AIV_X2, ResourceShape.AIV_X2, RANDOM),
        new VectorSteps(20, RANDOM),
        new Alternating(20, RANDOM, RANDOM),
        new Bgemm(1, 2, 3, 4, RANDOM, RANDOM),
        new BenchmarkBgemm(20, 4, RANDOM, RANDOM),
        new PagedAttention(3, 2, 4, RANDOM, RANDOM),
        new PagedAttentionUnrolled(3, 9, 4, RANDOM, RANDOM),
        new BatchPagedAttention(9, 4, 3, RANDOM, RANDOM),
        new DecodeLayer(2, 3, 2, 4, 5, RANDOM, RANDOM, RANDOM));
  }

  @ParameterizedTest
  @MethodSource("randomSources")
  void aSeedGivesOneGraph(GraphSource source) {
    assertThat(describe(source.build(5))).isEqualTo(describe(source.build(5)));
    assertThat(describe(source.build(5))).isNotEqualTo(describe(source.build(6)));
  }

  @Test
  void parametersThatMakeTooManyTasksAreRefused() {
    List<Runnable> tooMany = new ArrayList<>();
    tooMany.add(() -> new Bgemm(1_000, 1_000, 10, 2, TWO, TWO));
    tooMany.add(() -> new ForkJoin(1_000, 20_000, ResourceShape.AIV_X1, ResourceShape.AIV_X1, TWO));
    tooMany.add(() -> new PagedAttention(1_000, 1_000, 5, TWO, TWO));
    tooMany.add(() -> new PagedAttentionUnrolled(1_000_000, 100, 20, TWO, TWO));
    tooMany.add(() -> new BatchPagedAttention(4_000_000, 1, 2, TWO, TWO));
    tooMany.add(() -> new DecodeLayer(10_000, 10_000, 1, 1, 1, TWO, TWO, TWO));
    tooMany.add(() -> new DecodeLayer(10, 1, 1, 10_000, 10_000, TWO, TWO, TWO));
    for (Runnable make : tooMany) {
      assertThatThrownBy(make::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("[a-zA-Z]+: \\d+ \\(expected: .*");
    }
  }
}
