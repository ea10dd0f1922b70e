package io.ackfin.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.check.Verdict;
import io.ackfin.core.event.TieOrder;
import io.ackfin.core.time.Ticks;
import io.ackfin.device.soc.SubtaskTable;
import io.ackfin.device.soc.SubtaskTable.Time;
import io.ackfin.handshake.PendingDispatch;
import io.ackfin.handshake.Placement;
import io.ackfin.handshake.Startup;
import io.ackfin.handshake.Variant;
import io.ackfin.protocol.CompletionCase;
import io.ackfin.protocol.Invariant;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.workload.Chain;
import io.ackfin.workload.KernelDuration;
import io.ackfin.workload.Layered;
import io.ackfin.workload.Mixed;
import io.ackfin.workload.TaskGraph;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every variant under every choice that a scenario has, over generated workloads: all tasks
 * complete and all invariants hold, with the one exception that the original is known for.
 */
@Tag("property")
class VariantsTest {
  private static final int SEEDS = 5;

  // Half of the kernels take less than 7 us, one in forty more than 50: short and long ones meet.
  private static final KernelDuration VARIED = new KernelDuration.Lognormal(Ticks.ofMicros(7), 1);

  static Stream<Arguments> everyChoice() {
    return Stream.of(Variant.values())
        .flatMap(
            variant ->
                Stream.of(Placement.values())
                    .flatMap(
                        placement ->
                            Stream.of(PendingDispatch.values())
                                .flatMap(
                                    pending ->
                                        Stream.of(Startup.values())
                                            .map(
                                                startup ->
                                                    Arguments.of(
                                                        variant, placement, pending, startup)))));
  }

  @ParameterizedTest
  @MethodSource("everyChoice")
  void mixedTasksOnOneCluster(
      Variant variant, Placement placement, PendingDispatch pending, Startup startup) {
    boolean mayShareACore =
        placement == Placement.SELECT_AIV
            && pending != PendingDispatch.SKIP
            && variant != Variant.SINGLE_SLOT;
    for (int seed = 1; seed <= SEEDS; seed++) {
      RunResult result =
          PlanFixture.a2a3()
              .variant(variant)
              .placement(placement)
              .pendingDispatch(pending)
              .startup(startup)
              .graph(new Mixed(100, VARIED).build(seed))
              .run();
      String which = "seed " + seed;
      assertComplete(which, result);
      if (mayShareACore) {
        assertThat(violated(result)).as(which).containsExactly(Invariant.ONE_CLUSTER);
        // The second vector core is idle, the first is not: the first subtask takes the second
        // core, and so does the second subtask, which knows no other.
        assertThat(result.verdicts().get(Invariant.ONE_CLUSTER.ordinal()).firstMessage())
            .as(which)
            .matches("two subtasks of task \\d+ went to core 2");
      } else {
        assertThat(violated(result)).as(which).isEmpty();
      }
      assertThat(casesTaken(result)).as(which).isEqualTo(casesOf(variant));
    }
  }

  static Stream<Arguments> everyVariantAndPath() {
    return Stream.of(Variant.values())
        .flatMap(
            variant ->
                Stream.of(PendingDispatch.values()).map(pending -> Arguments.of(variant, pending)));
  }

  @ParameterizedTest
  @MethodSource("everyVariantAndPath")
  void chainsAndLayersOnOneAndOnFiveClusters(Variant variant, PendingDispatch pending) {
    List<ResourceShape> shapes = List.of(ResourceShape.values());
    for (int seed = 1; seed <= SEEDS; seed++) {
      TaskGraph chain = new Chain(60, ResourceShape.AIC_AIV_X1, VARIED, 3).build(seed);
      TaskGraph layers = new Layered(12, 15, 0.2, shapes, VARIED).build(seed);
      for (TaskGraph graph : List.of(chain, layers)) {
        for (int clusters : new int[] {1, 5}) {
          PlanFixture fixture =
              PlanFixture.a2a3()
                  .clusters(clusters)
                  .schedulers(1 + seed % 3)
                  .variant(variant)
                  .pendingDispatch(pending)
                  .startup(Startup.REPORT_FIRST)
                  .graph(graph);
          assertGood("seed " + seed + ", " + clusters + " clusters", fixture.run());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void mixedTasksOnFiveClusters(Variant variant) {
    for (int schedulers = 2; schedulers <= 3; schedulers++) {
      for (int seed = 1; seed <= SEEDS; seed++) {
        RunResult result =
            PlanFixture.a2a3()
                .clusters(5)
                .schedulers(schedulers)
                .variant(variant)
                .graph(new Mixed(100, VARIED).build(seed))
                .run();
        assertGood(schedulers + " schedulers, seed " + seed, result);
        assertThat(coresUsed(result)).as("seed %d", seed).hasSize(15);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void layersOnClustersWithoutVectorCores(Variant variant) {
    List<ResourceShape> shapes = List.of(ResourceShape.AIC_ONLY);
    for (int seed = 1; seed <= SEEDS; seed++) {
      RunResult result =
          PlanFixture.a2a3()
              .cluster(1, 0)
              .clusters(3)
              .schedulers(2)
              .variant(variant)
              .graph(new Layered(10, 10, 0.2, shapes, VARIED).build(seed))
              .run();
      assertGood("seed " + seed, result);
      assertThat(coresUsed(result)).as("seed %d", seed).containsExactlyInAnyOrder(0, 1, 2);
    }
  }

  /** What owners do at one tick may happen in any order. */
  @ParameterizedTest
  @EnumSource(Variant.class)
  void permutedTiesChangeNeitherWhatCompletesNorWhatHolds(Variant variant) {
    TaskGraph graph = new Mixed(60, VARIED).build(1);
    for (int seed = 1; seed <= SEEDS; seed++) {
      PlanFixture fixture =
          PlanFixture.a2a3()
              .clusters(5)
              .schedulers(3)
              .variant(variant)
              .graph(graph)
              .ties(TieOrder.permuted(seed));
      assertGood("ties " + seed, fixture.run());
    }
  }

  /**
   * Nothing that a core and its thread do at one tick meets at that tick: whatever one writes, the
   * other sees later. With one thread, whose takes compete with nobody's, a run is the same to the
   * picosecond under any order of ties. Whole nanoseconds make ties common.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void permutedTiesDoNotChangeARunOfOneThread(int seed) {
    KernelDuration wholeMicros = new KernelDuration.Fixed(Ticks.ofMicros(3));
    PlanFixture fixture =
        PlanFixture.a2a3()
            .clusters(3)
            .aicore("poll", Ticks.ofNanos(10))
            .graph(new Mixed(40, wholeMicros).build(1));
    String asWired = fixture.run().digest();
    assertThat(fixture.ties(TieOrder.permuted(seed)).run().digest()).isEqualTo(asWired);
  }

  private static void assertGood(String which, RunResult result) {
    assertComplete(which, result);
    assertThat(violated(result)).as(which).isEmpty();
  }

  /** Every task is complete and every row is filled, in the order of a subtask's life. */
  private static void assertComplete(String which, RunResult result) {
    assertThat(result.ending()).as(which + result.why()).isEqualTo(RunEnding.FINISHED);
    assertThat(result.completedTasks()).as(which).isEqualTo(result.plan().graph().tasks());
    SubtaskTable table = result.soc().table();
    for (int row = 0; row < table.rows(); row++) {
      long before = 0;
      for (Time time : Time.values()) {
        long tick = table.time(row, time);
        assertThat(tick).as("%s, row %d, %s", which, row, time).isGreaterThanOrEqualTo(before);
        before = tick;
      }
      assertThat(table.kernel(row))
          .as("%s, row %d", which, row)
          .isEqualTo(result.plan().graph().kernelId(row));
    }
  }

  private static List<Invariant> violated(RunResult result) {
    return result.verdicts().stream()
        .filter(verdict -> !verdict.held())
        .map(Verdict::invariant)
        .toList();
  }

  private static Set<CompletionCase> casesTaken(RunResult result) {
    Set<CompletionCase> taken = EnumSet.noneOf(CompletionCase.class);
    result
        .cases()
        .forEach(
            (completionCase, count) -> {
              if (count > 0) {
                taken.add(completionCase);
              }
            });
    return taken;
  }

  /** A core with one slot has nothing pending; FIN of a running task is left alone under parity. */
  private static Set<CompletionCase> casesOf(Variant variant) {
    return switch (variant) {
      case SINGLE_SLOT -> EnumSet.of(CompletionCase.C);
      case DUAL_SLOT ->
          EnumSet.of(CompletionCase.A, CompletionCase.B, CompletionCase.C, CompletionCase.D);
      case DUAL_SLOT_PARITY -> EnumSet.of(CompletionCase.A, CompletionCase.B, CompletionCase.C);
    };
  }

  private static Set<Integer> coresUsed(RunResult result) {
    Set<Integer> cores = new LinkedHashSet<>();
    for (int row = 0; row < result.soc().table().rows(); row++) {
      cores.add(result.soc().table().core(row));
    }
    return cores;
  }
}
