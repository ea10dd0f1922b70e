package io.ackfin.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.protocol.KernelSync;
import io.ackfin.protocol.ResourceShape;
import io.ackfin.protocol.Subslot;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class TaskGraphTest {
  /** A task of every mask, 1 to 7; the kernel of a subslot has id 10 * mask + position. */
  private static TaskGraph everyMask() {
    TaskGraph.Builder builder = TaskGraph.builder();
    for (int mask = 1; mask <= 7; mask++) {
      builder.task(mask);
      for (Subslot subslot : Subslot.values()) {
        if (subslot.in(mask)) {
          builder.kernel(10 * mask + subslot.ordinal(), 1_000L * mask + subslot.ordinal());
        }
      }
    }
    return builder.build();
  }

  @Test
  void subtasksAreNumberedBySubslotWithinATask() {
    TaskGraph graph = everyMask();
    assertThat(graph.tasks()).isEqualTo(7);
    assertThat(graph.subtasks()).isEqualTo(12);
    int expected = 0;
    for (int task = 0; task < graph.tasks(); task++) {
      int mask = task + 1;
      assertThat(graph.activeMask(task)).isEqualTo(mask);
      assertThat(graph.shape(task)).isEqualTo(ResourceShape.ofMask(mask));
      assertThat(graph.firstSubtask(task)).isEqualTo(expected);
      assertThat(graph.subtaskCount(task)).isEqualTo(Integer.bitCount(mask));
      for (Subslot subslot : Subslot.values()) {
        if (!subslot.in(mask)) {
          assertThat(graph.subtask(task, subslot)).isEqualTo(-1);
          continue;
        }
        assertThat(graph.subtask(task, subslot)).isEqualTo(expected);
        assertThat(graph.task(expected)).isEqualTo(task);
        assertThat(graph.subslot(expected)).isEqualTo(subslot);
        assertThat(graph.kernelId(expected)).isEqualTo(10 * mask + subslot.ordinal());
        assertThat(graph.duration(expected)).isEqualTo(1_000L * mask + subslot.ordinal());
        expected++;
      }
    }
  }

  @Test
  void kernelsMeetWhereTheirTaskSaysAndTheOthersDoNot() {
    TaskGraph.Builder builder = TaskGraph.builder();
    for (int task = 0; task < 40; task++) {
      builder.task(ResourceShape.AIC_AIV_X1, 5);
      if (task % 20 == 3) {
        builder.sync(KernelSync.BARRIER);
      } else if (task % 20 == 4) {
        builder.sync(KernelSync.NONE);
      }
    }
    TaskGraph graph = builder.build();
    assertThat(graph.kernelsMeet()).isTrue();
    for (int task = 0; task < 40; task++) {
      assertThat(graph.kernelSync(task))
          .isEqualTo(task % 20 == 3 ? KernelSync.BARRIER : KernelSync.NONE);
    }
    assertThat(everyMask().kernelsMeet()).isFalse();
    assertThat(everyMask().kernelSync(6)).isEqualTo(KernelSync.NONE);
    assertThatThrownBy(() -> everyMask().kernelSync(7))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> graph.kernelSync(40)).isInstanceOf(IndexOutOfBoundsException.class);
    builder.task(ResourceShape.AIV_X1, 5);
    assertThatThrownBy(() -> builder.sync(KernelSync.START))
        .hasMessage("kernelSync: start (expected: after a task of more than one subtask)");
  }

  @Test
  void edgesAreSeenFromBothSides() {
    TaskGraph.Builder builder = TaskGraph.builder();
    for (int task = 0; task < 4; task++) {
      builder.task(ResourceShape.AIC_ONLY, 5);
      if (task == 2) {
        builder.after(1).after(0);
      }
      if (task == 3) {
        builder.after(0);
      }
    }
    TaskGraph graph = builder.build();

    assertThat(graph.edges()).isEqualTo(3);
    assertThat(graph.producerCount(0)).isZero();
    assertThat(graph.producerCount(2)).isEqualTo(2);
    assertThat(graph.producer(2, 0)).isEqualTo(1);
    assertThat(graph.producer(2, 1)).isZero();
    assertThat(graph.consumerCount(0)).isEqualTo(2);
    assertThat(graph.consumer(0, 0)).isEqualTo(2);
    assertThat(graph.consumer(0, 1)).isEqualTo(3);
    assertThat(graph.consumerCount(1)).isEqualTo(1);
    assertThat(graph.consumerCount(3)).isZero();
    assertThatThrownBy(() -> graph.producer(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> graph.consumer(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aTaskWithoutANameIsCalledByItsNumber() {
    TaskGraph.Builder builder = TaskGraph.builder();
    for (int task = 0; task < 100; task++) {
      builder.task(ResourceShape.AIV_X1, 1);
      if (task == 3 || task == 90) {
        builder.named("t" + task + "x");
      }
    }
    TaskGraph graph = builder.build();
    assertThat(graph.name(3)).isEqualTo("t3x");
    assertThat(graph.name(90)).isEqualTo("t90x");
    assertThat(graph.name(4)).isEqualTo("4");
    assertThat(graph.name(99)).isEqualTo("99");
    assertThatThrownBy(() -> graph.name(100)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> everyMask().name(7)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aBuiltGraphDoesNotChangeWithItsBuilder() {
    TaskGraph.Builder builder = twoTasks();
    builder.after(0);
    TaskGraph first = builder.build();
    builder.task(ResourceShape.AIV_X2, 4);
    builder.after(1);
    TaskGraph second = builder.build();

    assertThat(GraphGeneratorTest.describe(first))
        .containsExactly("AIC_ONLY AIC:0:1 after []", "AIC_ONLY AIC:0:1 after [0]");
    assertThat(GraphGeneratorTest.describe(second))
        .containsExactly(
            "AIC_ONLY AIC:0:1 after []",
            "AIC_ONLY AIC:0:1 after [0]",
            "AIV_X2 AIV0:1:4 AIV1:2:4 after [1]");
  }

  @Test
  void anEmptyGraphHasNothing() {
    TaskGraph graph = TaskGraph.builder().build();
    assertThat(graph.tasks()).isZero();
    assertThat(graph.subtasks()).isZero();
    assertThat(graph.edges()).isZero();
  }

  @Test
  void mistakesAreNamed() {
    refused(() -> TaskGraph.builder().task(0), "activeMask: 0 (expected: 1 to 7)");
    refused(() -> TaskGraph.builder().task(8), "activeMask: 8 (expected: 1 to 7)");
    refused(() -> twoTasks().task(ResourceShape.AIC_ONLY, -1), "duration: -1 (expected: 0 to");
    refused(() -> kernel(-2), "kernelId: -2 (expected: 0 to");
    refused(() -> twoTasks().kernel(9, 1), "kernel: 9 (expected: none, task 1 has all of its)");
    refused(() -> TaskGraph.builder().kernel(9, 1), "kernel: 9 (expected: none");
    refused(() -> twoTasks().after(1), "producer: 1 (expected: a task before 1)");
    refused(() -> twoTasks().after(-1), "producer: -1 (expected: a task before 1)");
    refused(() -> TaskGraph.builder().after(0), "producer: 0 (expected: a task before -1)");
    refused(() -> twoTasks().after(0).after(0), "producer: 0 (expected: once for task 1)");
    refused(() -> TaskGraph.builder().named("a"), "name: a (expected: after a task)");
    TaskGraph.Builder unfinished = twoTasks();
    unfinished.task(7);
    unfinished.kernel(0, 1);
    refused(() -> unfinished.task(1), "task: 2 (expected: 2 more kernels)");
    refused(unfinished::build, "task: 2 (expected: 2 more kernels)");
  }

  private static void kernel(int kernelId) {
    TaskGraph.Builder builder = TaskGraph.builder();
    builder.task(1);
    builder.kernel(kernelId, 1);
  }

  private static TaskGraph.Builder twoTasks() {
    TaskGraph.Builder builder = TaskGraph.builder();
    builder.task(ResourceShape.AIC_ONLY, 1);
    builder.task(ResourceShape.AIC_ONLY, 1);
    return builder;
  }

  private static void refused(ThrowingCallable construction, String start) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start);
  }
}
