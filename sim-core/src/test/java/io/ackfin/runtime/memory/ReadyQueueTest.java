package io.ackfin.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
class ReadyQueueTest {
  private static final int TASKS = 20_000;

  @Test
  void firstInFirstOutOverManyRounds() {
    ReadyQueue queue = new ReadyQueue(3);
    int next = 0;
    for (int task = 0; task < 50; task++) {
      queue.push(task);
      if (task % 3 == 2) {
        while (!queue.isEmpty()) {
          assertThat(queue.pop()).isEqualTo(next++);
        }
      }
    }
    assertThat(queue.pop()).isEqualTo(48);
    assertThat(queue.pop()).isEqualTo(49);
    assertThat(queue.pop()).isEqualTo(ReadyQueue.NONE);
  }

  @Test
  void holdsWhatItWasMadeForAndRefusesMoreThanItsPlaces() {
    ReadyQueue queue = new ReadyQueue(5);
    for (int task = 0; task < 8; task++) {
      queue.push(task);
    }
    assertThatThrownBy(() -> queue.push(8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("task: 8");
    assertThat(queue.pop()).isZero();
    queue.push(8);
  }

  @Test
  void aQueueForNothingIsEmpty() {
    assertThat(new ReadyQueue(0).isEmpty()).isTrue();
    assertThat(new ReadyQueue(0).pop()).isEqualTo(ReadyQueue.NONE);
  }

  @Test
  @Tag("stress")
  @Timeout(60)
  void nothingIsLostOrDoubledBetweenThreads() throws InterruptedException {
    // Eight places for at most eight tasks under way: threads meet at the wrap-around all the time.
    ReadyQueue queue = new ReadyQueue(8);
    AtomicIntegerArray seen = new AtomicIntegerArray(TASKS);
    AtomicInteger next = new AtomicInteger(8);
    AtomicInteger popped = new AtomicInteger();
    for (int task = 0; task < 8; task++) {
      queue.push(task);
    }
    Runnable worker =
        () -> {
          while (popped.get() < TASKS) {
            int task = queue.pop();
            if (task == ReadyQueue.NONE) {
              Thread.onSpinWait();
              continue;
            }
            seen.incrementAndGet(task);
            popped.incrementAndGet();
            int pushed = next.getAndIncrement();
            if (pushed < TASKS) {
              queue.push(pushed);
            }
          }
        };
    Thread[] threads = {new Thread(worker), new Thread(worker), new Thread(worker)};
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (int task = 0; task < TASKS; task++) {
      assertThat(seen.get(task)).as("task %d", task).isEqualTo(1);
    }
  }
}
