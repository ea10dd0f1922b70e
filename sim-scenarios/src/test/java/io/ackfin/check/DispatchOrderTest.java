package io.ackfin.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DispatchOrderTest {
  private static final int STEPS = 2_000;

  /** Grows from every position of the head, one core full while the other is nearly empty. */
  @Test
  void coresAreQueuesOfTheirOwn() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      DispatchOrder order = new DispatchOrder(2);
      List<ArrayDeque<Integer>> expected = List.of(new ArrayDeque<>(), new ArrayDeque<>());
      for (int step = 0; step < STEPS; step++) {
        int core = random.nextInt(2);
        ArrayDeque<Integer> queue = expected.get(core);
        String which = "seed " + seed + ", step " + step;
        // Core 0 mostly fills up, core 1 mostly runs empty.
        if (random.nextInt(5) < (core == 0 ? 3 : 2)) {
          order.published(core, step);
          queue.add(step);
        } else {
          Integer oldest = queue.poll();
          assertThat(order.handled(core)).as(which).isEqualTo(oldest == null ? -1 : oldest);
        }
        Integer next = queue.peek();
        assertThat(order.next(core)).as(which).isEqualTo(next == null ? -1 : next);
        assertThat(order.size(core)).as(which).isEqualTo(queue.size());
      }
      assertThat(order.size(0)).as("seed %d, grown", seed).isGreaterThan(8);
    }
  }
}
