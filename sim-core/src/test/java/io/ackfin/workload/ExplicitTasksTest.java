package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.core.time.Ticks;
import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class ExplicitTasksTest {
  @Test
  void aListWithoutForwardReferencesKeepsItsOrder() {
    TaskGraph graph = tasks(line("a"), line("b"), line("c", "b", "a")).build(1);
    assertThat(names(graph)).containsExactly("a", "b", "c");
    assertThat(graph.producer(2, 0)).isEqualTo(1);
    assertThat(graph.producer(2, 1)).isZero();
  }

  @Test
  void forwardReferencesMoveATaskBehindItsProducers() {
    TaskGraph graph =
        tasks(line("a", "d"), line("b"), line("c", "a"), line("d"), line("e")).build(1);
    assertThat(names(graph)).containsExactly("b", "d", "a", "c", "e");
    assertThat(graph.producer(2, 0)).isEqualTo(1);
    assertThat(graph.producer(3, 0)).isEqualTo(2);
    assertThat(graph.edges()).isEqualTo(2);
  }

  @Test
  void durationsGoToSubslotsInOrder() {
    List<KernelDuration> three = List.of(picos(1), picos(2), picos(3));
    TaskGraph graph =
        tasks(
                new TaskLine("all", ResourceShape.AIC_AIV_X2, List.of(), three, List.of()),
                new TaskLine("one", ResourceShape.AIV_X2, List.of(), List.of(picos(4)), List.of()),
                new TaskLine("none", ResourceShape.AIC_ONLY, List.of(), List.of(), List.of()),
                new TaskLine(
                    "odd",
                    null,
                    List.of(Subslot.AIV1, Subslot.AIC),
                    List.of(picos(5), picos(6)),
                    List.of()))
            .build(1);
    assertThat(GraphGeneratorTest.describe(graph))
        .containsExactly(
            "AIC_AIV_X2 AIC:0:1 AIV0:1:2 AIV1:2:3 after []",
            "AIV_X2 AIV0:1:4 AIV1:2:4 after []",
            "AIC_ONLY AIC:0:7000000 after []",
            "AIC_AIV_X1 AIC:0:5 AIV1:2:6 after []");
  }

  @Test
  void anotherTaskInTheListChangesNoDuration() {
    KernelDuration wide = new KernelDuration.Uniform(Ticks.ZERO, Ticks.ofMicros(1_000));
    TaskLine a = new TaskLine("a", ResourceShape.AIC_ONLY, List.of(), List.of(wide), List.of());
    TaskLine b = new TaskLine("b", ResourceShape.AIC_ONLY, List.of(), List.of(wide), List.of());
    TaskGraph alone = tasks(b).build(9);
    TaskGraph both = tasks(a, b).build(9);
    assertThat(both.duration(1)).isEqualTo(alone.duration(0)).isNotEqualTo(both.duration(0));
    assertThat(tasks(b).build(10).duration(0)).isNotEqualTo(alone.duration(0));
  }

  @Test
  void kernelsMeetInTheListedTasksThatSaySo() {
    List<KernelDuration> none = List.of();
    ResourceShape pair = ResourceShape.AIV_X2;
    TaskGraph graph =
        tasks(
                new TaskLine("late", pair, List.of(), none, List.of("b"), KernelSync.START),
                new TaskLine("b", pair, List.of(), none, List.of(), KernelSync.NONE))
            .build(1);
    assertThat(graph.name(1)).isEqualTo("late");
    assertThat(graph.kernelSync(1)).isEqualTo(KernelSync.START);
    assertThat(graph.kernelSync(0)).isEqualTo(KernelSync.NONE);
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    List<KernelDuration> two = List.of(picos(1), picos(2));
    ExplicitTasks tasks =
        tasks(
            line("load0", "stroe", "load0"),
            new TaskLine("load1", ResourceShape.AIC_ONLY, List.of(), two, List.of("store")),
            line("load0"),
            line(""),
            new TaskLine("bare", null, List.of(), List.of(), List.of("zzzzzzzz")),
            new TaskLine("both", ResourceShape.AIV_X1, List.of(Subslot.AIC), List.of(), List.of()),
            new TaskLine(
                "twice",
                null,
                List.of(Subslot.AIC, Subslot.AIC),
                List.of(),
                List.of("both", "both")),
            new TaskLine("few", ResourceShape.AIC_AIV_X2, List.of(), two, List.of()),
            line("store", "few", "load1"),
            new TaskLine(
                "alone",
                ResourceShape.AIV_X1,
                List.of(),
                List.of(),
                List.of(),
                KernelSync.BARRIER));

    assertThat(tasks.problems())
        .containsExactly(
            problem(0, "after", 0, "stroe (expected: the id of a listed task)", "store"),
            problem(0, "after", 1, "load0 (expected: another task than itself)", null),
            problem(1, "durations", 1, "2 of them (expected: at most 1)", null),
            problem(
                1,
                "after",
                0,
                "store (expected: no cycle, but load1 after store after load1)",
                null),
            problem(2, "id", -1, "load0 (expected: an id of its own, task 0 has it)", null),
            problem(3, "id", -1, "\"\" (expected: at least one character)", null),
            problem(4, "shape", -1, "missing (expected: a shape, or subtasks)", null),
            problem(4, "after", 0, "zzzzzzzz (expected: the id of a listed task)", null),
            problem(5, "subtasks", -1, "[AIC] (expected: none beside shape)", null),
            problem(6, "subtasks", 1, "AIC (expected: each subslot once)", null),
            problem(6, "after", 1, "both (expected: each task once)", null),
            problem(7, "durations", -1, "2 of them (expected: none, 1 for all, or 3)", null),
            problem(
                9,
                "kernelSync",
                -1,
                "barrier (expected: none, as the task has only one subtask)",
                null));
    assertThatThrownBy(() -> tasks.build(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("after: stroe (expected: the id of a listed task)\nafter: load0 (");
  }

  @Test
  void everyKnotOfTasksIsNamedByItsShortestCycle() {
    ExplicitTasks tasks =
        tasks(
            line("a", "b", "c"),
            line("b", "c"),
            line("c", "a"),
            line("behind", "a", "y"),
            line("x", "y"),
            line("y", "x"));
    assertThat(tasks.problems())
        .containsExactly(
            problem(0, "after", 1, "c (expected: no cycle, but a after c after a)", null),
            problem(4, "after", 0, "y (expected: no cycle, but x after y after x)", null));
  }

  @Test
  void aLongCycleIsCutInTheMessage() {
    List<TaskLine> ring = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      ring.add(line("t" + i, "t" + (i + 1) % 100_000));
    }
    List<TaskProblem> problems = new ExplicitTasks(ring).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).message())
        .startsWith("after: t1 (expected: no cycle, but t0 after t1 after t2 after ")
        .endsWith("after t11 after ... 99988 more after t0)");
  }

  @Test
  void nearestNameAllowsForSlips() {
    List<String> ids = List.of("gemm_0", "gemm_1", "add_0", "qk");
    assertThat(NearestName.of("gmem_1", ids)).contains("gemm_1");
    assertThat(NearestName.of("gemm0", ids)).contains("gemm_0");
    assertThat(NearestName.of("gemm_2", ids)).contains("gemm_0");
    assertThat(NearestName.of("softmax", ids)).isEmpty();
    assertThat(NearestName.of("q", ids)).contains("qk");
    assertThat(NearestName.of("kq", ids)).contains("qk");
    assertThat(NearestName.of("anything", List.of())).isEmpty();
  }

  @Test
  void anEmptyListIsRefused() {
    assertThatThrownBy(() -> new ExplicitTasks(List.of()))
        .hasMessage("tasks: [] (expected: at least one task)");
  }

  private static TaskProblem problem(
      int task, String field, int position, String message, String nearest) {
    return new TaskProblem(
        task, field, position, field + ": " + message, Optional.ofNullable(nearest));
  }

  private static ExplicitTasks tasks(TaskLine... lines) {
    return new ExplicitTasks(List.of(lines));
  }

  private static TaskLine line(String id, String... after) {
    return new TaskLine(id, ResourceShape.AIC_ONLY, List.of(), List.of(), List.of(after));
  }

  private static KernelDuration picos(long picoseconds) {
    return new KernelDuration.Fixed(Ticks.ofPicos(picoseconds));
  }

  private static List<String> names(TaskGraph graph) {
    return IntStream.range(0, graph.tasks()).mapToObj(graph::name).toList();
  }
}
