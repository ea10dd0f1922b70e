package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graphs that the generators make. */
@Tag("unit")
class GraphGeneratorTest {
  private static final KernelDuration RANDOM =
      new KernelDuration.Uniform(Ticks.ofMicros(1), Ticks.ofMicros(9));

  static Stream<GraphSource> randomSources() {
    return Stream.of(
        new Independent(200, ResourceShape.AIC_AIV_X2, RANDOM),
        new Chain(200, ResourceShape.AIV_X2, RANDOM, 3),
        new Mixed(40, RANDOM),
        new Layered(20, 10, 0.3, List.of(ResourceShape.values()), RANDOM));
  }

  @ParameterizedTest
  @MethodSource("randomSources")
  void aSeedGivesOneGraph(GraphSource source) {
    assertThat(describe(source.build(5))).isEqualTo(describe(source.build(5)));
    assertThat(describe(source.build(5))).isNotEqualTo(describe(source.build(6)));
  }

  @Test
  void aDurationDependsOnItsTaskAndSubslotOnly() {
    TaskGraph few = new Independent(3, ResourceShape.AIC_ONLY, RANDOM).build(11);
    TaskGraph many = new Mixed(2, RANDOM).build(11);
    assertThat(many.duration(many.subtask(1, Subslot.AIC))).isEqualTo(few.duration(1));
    assertThat(many.duration(many.subtask(0, Subslot.AIC))).isEqualTo(few.duration(0));
    assertThat(many.duration(many.subtask(0, Subslot.AIV0))).isNotEqualTo(few.duration(0));
    // Pinned: a change of these changes every digest of a run with random durations.
    assertThat(IntStream.range(0, 3).mapToLong(few::duration))
        .containsExactly(3_497_588L, 7_590_474L, 8_507_587L);
  }

  @Test
  void independentTasksWaitForNothing() {
    TaskGraph graph = new Independent(4, ResourceShape.AIC_AIV_X1, KernelDuration.DEFAULT).build(1);
    assertThat(describe(graph))
        .containsOnly("AIC_AIV_X1 AIC:0:7000000 AIV0:1:7000000 after []")
        .hasSize(4);
  }

  @Test
  void chainsAreSubmittedInTurn() {
    TaskGraph graph = new Chain(5, ResourceShape.AIC_ONLY, KernelDuration.DEFAULT, 2).build(1);
    assertThat(describe(graph))
        .containsExactly(
            "AIC_ONLY AIC:0:7000000 after []",
            "AIC_ONLY AIC:0:7000000 after []",
            "AIC_ONLY AIC:0:7000000 after [0]",
            "AIC_ONLY AIC:0:7000000 after [1]",
            "AIC_ONLY AIC:0:7000000 after [2]");
  }

  /** The shapes, kernel ids and missing edges of the runtime's recorded example, twice. */
  @Test
  void mixedRepeatsFiveShapes() {
    KernelDuration one = new KernelDuration.Fixed(Ticks.ofPicos(1));
    List<String> iteration =
        List.of(
            "AIC_AIV_X2 AIC:0:1 AIV0:1:1 AIV1:2:1 after []",
            "AIC_ONLY AIC:0:1 after []",
            "AIV_X1 AIV0:3:1 after []",
            "AIV_X2 AIV0:3:1 AIV1:4:1 after []",
            "AIC_AIV_X1 AIC:0:1 AIV0:1:1 after []");
    List<String> twice = new ArrayList<>(iteration);
    twice.addAll(iteration);
    assertThat(describe(new Mixed(2, one).build(1))).isEqualTo(twice);
  }

  @Test
  void layersWaitForTheLayerBefore() {
    int width = 40;
    TaskGraph graph = layered(50, width, 0.25).build(3);
    assertThat(graph.tasks()).isEqualTo(50 * width);
    for (int task = 0; task < graph.tasks(); task++) {
      assertThat(graph.producerCount(task)).isEqualTo(task < width ? 0 : producers(graph, task));
      for (int i = 0; i < graph.producerCount(task); i++) {
        assertThat(graph.producer(task, i) / width).isEqualTo(task / width - 1);
      }
    }
    // 78,400 pairs at a quarter: 19,600 on average with a deviation of 121.
    assertThat(graph.edges()).isBetween(19_100, 20_100);
    // Every position of the layer before is as likely: 490 of each, with a deviation of 19.
    int[] uses = new int[width];
    for (int task = width; task < graph.tasks(); task++) {
      for (int i = 0; i < graph.producerCount(task); i++) {
        uses[graph.producer(task, i) % width]++;
      }
    }
    assertThat(IntStream.of(uses)).allMatch(used -> used > 400 && used < 580);
  }

  @Test
  void everyTaskOfALaterLayerWaitsForOne() {
    TaskGraph none = layered(30, 20, 0).build(3);
    assertThat(IntStream.range(20, none.tasks()).map(none::producerCount)).containsOnly(1);
    TaskGraph all = layered(3, 20, 1).build(3);
    assertThat(IntStream.range(20, all.tasks()).map(all::producerCount)).containsOnly(20);
    TaskGraph few = layered(100, 20, 0.01).build(3);
    assertThat(IntStream.range(20, few.tasks()).map(few::producerCount).min()).hasValue(1);
  }

  @Test
  void aRepeatedShapeIsDrawnMoreOften() {
    ResourceShape often = ResourceShape.AIC_ONLY;
    List<ResourceShape> shapes = List.of(often, often, often, ResourceShape.AIV_X2);
    TaskGraph graph = new Layered(1, 4_000, 0, shapes, KernelDuration.DEFAULT).build(3);
    long drawn = IntStream.range(0, 4_000).filter(task -> graph.shape(task) == often).count();
    // 3,000 on average with a deviation of 27.
    assertThat(drawn).isBetween(2_890L, 3_110L);
  }

  @Test
  void kernelsOfTasksWithSiblingsMeetWhereTheGeneratorSaysSo() {
    KernelDuration any = KernelDuration.DEFAULT;
    List<ResourceShape> shapes = List.of(ResourceShape.values());
    for (KernelSync sync : KernelSync.values()) {
      for (GraphSource source :
          List.of(new Mixed(3, any, sync), new Layered(4, 9, 0.2, shapes, any, sync))) {
        TaskGraph graph = source.build(7);
        for (int task = 0; task < graph.tasks(); task++) {
          assertThat(graph.kernelSync(task))
              .isEqualTo(graph.subtaskCount(task) > 1 ? sync : KernelSync.NONE);
        }
      }
    }
    List<ResourceShape> alone = List.of(ResourceShape.AIC_ONLY, ResourceShape.AIV_X1);
    assertThatThrownBy(() -> new Layered(1, 1, 0, alone, any, KernelSync.START))
        .hasMessage("kernelSync: start (expected: none, as no shape has two subtasks)");
  }

  @Test
  void graphsThatWouldNotFitAreRefused() {
    assertThatThrownBy(() -> layered(5_000, 5_000, 0))
        .hasMessage("width: 5000 (expected: 1 to 4000)");
    assertThatThrownBy(() -> layered(2, 10_000, 1))
        .hasMessageStartingWith("edgeProbability: 1.0 (expected: at most 0.25, or fewer tasks");
    assertThatThrownBy(() -> new Layered(1, 1, 0, List.of(), KernelDuration.DEFAULT))
        .hasMessage("shapes: [] (expected: at least one shape)");
    assertThatThrownBy(() -> new Chain(3, ResourceShape.AIC_ONLY, KernelDuration.DEFAULT, 4))
        .hasMessage("chains: 4 (expected: 1 to 3)");
  }

  private static Layered layered(int layers, int width, double edgeProbability) {
    List<ResourceShape> shapes = List.of(ResourceShape.AIC_ONLY);
    return new Layered(layers, width, edgeProbability, shapes, KernelDuration.DEFAULT);
  }

  /** How many different producers a task has. */
  private static int producers(TaskGraph graph, int task) {
    return (int)
        IntStream.range(0, graph.producerCount(task))
            .map(i -> graph.producer(task, i))
            .distinct()
            .count();
  }

  /** A line per task: shape, subslot:kernel:duration of each subtask, producers. */
  static List<String> describe(TaskGraph graph) {
    List<String> lines = new ArrayList<>();
    for (int task = 0; task < graph.tasks(); task++) {
      StringBuilder line = new StringBuilder(graph.shape(task).name());
      int first = graph.firstSubtask(task);
      for (int i = first; i < first + graph.subtaskCount(task); i++) {
        line.append(' ').append(graph.subslot(i)).append(':').append(graph.kernelId(i));
        line.append(':').append(graph.duration(i));
      }
      List<Integer> producers = new ArrayList<>();
      for (int i = 0; i < graph.producerCount(task); i++) {
        producers.add(graph.producer(task, i));
      }
      lines.add(line.append(" after ").append(producers).toString());
    }
    return lines;
  }
}
