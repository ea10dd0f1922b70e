package io.ackfin.device.aicpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.protocol.ResourceShape;
import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queues of ready tasks. */
@Tag("unit")
class TaskQueueTest {
  @Test
  void theOldestComesFirstWhileTheQueueGrows() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      TaskQueue queue = new TaskQueue();
      ArrayDeque<Integer> expected = new ArrayDeque<>();
      for (int task = 0; task < 3_000; task++) {
        if (random.nextInt(5) < 3) {
          queue.push(task);
          expected.add(task);
        } else if (!expected.isEmpty()) {
          assertThat(queue.peek()).as("seed %d, task %d", seed, task).isEqualTo(expected.peek());
          assertThat(queue.pop()).as("seed %d, task %d", seed, task).isEqualTo(expected.poll());
        }
        assertThat(queue.size()).isEqualTo(expected.size());
        assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
      }
      assertThat(queue.size()).as("seed %d: grown", seed).isGreaterThan(128);
      assertThat(queue).hasToString(expected.toString());
    }
  }

  @Test
  void aThreadKeeps256TasksOfEachKindForItself() {
    LocalReadyBuffers buffers = new LocalReadyBuffers();
    for (int task = 0; task < 256; task++) {
      assertThat(buffers.offer(ResourceShape.AIC_ONLY, task)).isTrue();
    }
    assertThat(buffers.offer(ResourceShape.AIC_ONLY, 256)).isFalse();
    assertThat(buffers.offer(ResourceShape.AIV_X1, 257)).isTrue();
    assertThat(buffers.of(ResourceShape.AIC_ONLY).peek()).isZero();
    assertThat(buffers.of(ResourceShape.AIV_X1).peek()).isEqualTo(257);
  }

  @Test
  void aThreadKeepsNoTaskOfSeveralCores() {
    LocalReadyBuffers buffers = new LocalReadyBuffers();
    for (ResourceShape shape : ResourceShape.values()) {
      assertThat(buffers.offer(shape, 1)).as("%s", shape).isEqualTo(shape.singleCore());
    }
  }

  /** A core that leaves is replaced by the last, so that one that is still to be polled is not. */
  @Test
  void aCoreLeavesTheRunningListBySwap() {
    RunningList list = new RunningList(4);
    for (int core = 10; core < 14; core++) {
      list.add(core);
    }
    list.removeAt(1);
    assertThat(new int[] {list.core(0), list.core(1), list.core(2)}).containsExactly(10, 13, 12);
    list.removeAt(2);
    assertThat(new int[] {list.core(0), list.core(1)}).containsExactly(10, 13);
    assertThat(list.size()).isEqualTo(2);
  }
}
