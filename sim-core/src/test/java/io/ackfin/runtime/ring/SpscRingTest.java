package io.ackfin.runtime.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ackfin.runtime.agent.IdleStrategy;
import io.ackfin.runtime.agent.WaitKind;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("unit")
class SpscRingTest {
  @Test
  void takesAsManyItemsAsItSays() {
    SpscRing<Integer> ring = new SpscRing<>(4);
    assertThat(ring.tryPop()).isNull();
    for (int i = 0; i < 4; i++) {
      assertThat(ring.tryPush(i)).isTrue();
    }
    assertThat(ring.tryPush(4)).isFalse();
    assertThat(ring.capacity()).isEqualTo(4);
    assertThat(ring.tryPop()).isZero();
    assertThat(ring.tryPush(4)).isTrue();
    assertThat(ring.tryPush(5)).isFalse();
  }

  @Test
  void aRingOfOneAlternates() {
    SpscRing<String> ring = new SpscRing<>(1);
    for (String item : new String[] {"a", "b", "c"}) {
      assertThat(ring.tryPush(item)).isTrue();
      assertThat(ring.tryPush("more")).isFalse();
      assertThat(ring.tryPop()).isEqualTo(item);
      assertThat(ring.tryPop()).isNull();
    }
  }

  /** Whatever is done in whatever order: as a queue of bounded size. */
  @Test
  void behavesAsABoundedQueue() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int capacity = 1 << random.nextInt(5);
      SpscRing<Integer> ring = new SpscRing<>(capacity);
      ArrayDeque<Integer> queue = new ArrayDeque<>();
      for (int i = 0; i < 1_000; i++) {
        if (random.nextInt(100) < 45 + 10 * (i / 250 % 2)) {
          boolean room = queue.size() < capacity;
          assertThat(ring.tryPush(i)).as("seed %d, step %d", seed, i).isEqualTo(room);
          if (room) {
            queue.add(i);
          }
        } else {
          assertThat(ring.tryPop()).as("seed %d, step %d", seed, i).isEqualTo(queue.poll());
        }
      }
    }
  }

  @Test
  void sizesAreChecked() {
    for (int capacity : new int[] {0, -1, 3, 12}) {
      assertThatThrownBy(() -> new SpscRing<>(capacity))
          .hasMessage("capacity: %d (expected: a power of two, 1 to 1073741824)", capacity);
    }
  }

  /** Each item's contents are written plainly before the push, and must be seen after the pop. */
  @Test
  @Tag("stress")
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void hundredThousandItemsGoThroughFourPlacesInOrder() throws InterruptedException {
    int count = 100_000;
    SpscRing<long[]> ring = new SpscRing<>(4);
    AtomicReference<String> wrong = new AtomicReference<>();
    Thread popping =
        new Thread(
            () -> {
              IdleStrategy idle = WaitKind.YIELD.create();
              for (long expected = 0; expected < count && wrong.get() == null; ) {
                long[] item = ring.tryPop();
                if (item == null) {
                  idle.idle();
                } else if (item[0] != expected || item[1] != -expected) {
                  wrong.set("%d/%d instead of %d".formatted(item[0], item[1], expected));
                } else {
                  expected++;
                }
              }
            });
    popping.start();
    IdleStrategy idle = WaitKind.YIELD.create();
    for (long i = 0; i < count && wrong.get() == null; i++) {
      long[] item = {i, 0};
      item[1] = -i;
      while (!ring.tryPush(item) && wrong.get() == null) {
        idle.idle();
      }
    }
    popping.join();
    assertThat(wrong.get()).isNull();
  }
}
