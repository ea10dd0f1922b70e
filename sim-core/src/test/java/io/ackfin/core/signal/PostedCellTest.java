package io.ackfin.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class PostedCellTest {
  @Test
  void aWriteIsSeenAtItsArrivalAndNotBefore() {
    PostedCell cell = new PostedCell(7);
    cell.write(8, 100);
    assertThat(cell.read(99)).isEqualTo(7);
    assertThat(cell.read(100)).isEqualTo(8);
  }

  @Test
  void aLaterWriteOverwritesAnEarlierOneThatNobodyRead() {
    PostedCell cell = new PostedCell(0);
    cell.write(1, 10);
    cell.write(2, 20);
    assertThat(cell.read(25)).isEqualTo(2);
  }

  @Test
  void writesStayInOrderEvenIfTheLaterOneWouldBeFaster() {
    PostedCell cell = new PostedCell(0);
    cell.write(1, 50);
    cell.write(2, 40);
    assertThat(cell.lastArrival()).isEqualTo(50);
    assertThat(cell.read(49)).isZero();
    assertThat(cell.read(50)).isEqualTo(2);
  }

  @Test
  void arriveNowMakesTheLastWriteVisible() {
    PostedCell cell = new PostedCell(0);
    cell.write(1, 50);
    cell.write(2, 60);
    cell.arriveNow();
    assertThat(cell.read(0)).isEqualTo(2);
    assertThat(cell.lastArrival()).isEqualTo(Long.MIN_VALUE);
  }

  /**
   * Against a queue of everything that was ever written, with more travelling than fit at first.
   */
  @Test
  void agreesWithAQueueOfWrites() {
    SplittableRandom random = new SplittableRandom(42);
    PostedCell cell = new PostedCell(-1);
    ArrayDeque<long[]> queue = new ArrayDeque<>();
    long now = 0;
    long expected = -1;
    for (int i = 0; i < 10_000; i++) {
      now += random.nextInt(5);
      if (random.nextInt(3) != 0) {
        long earliest = queue.isEmpty() ? 0 : queue.getLast()[0];
        long arrival = Math.max(earliest, now + random.nextInt(40));
        cell.write(i, arrival);
        queue.add(new long[] {arrival, i});
      } else {
        while (!queue.isEmpty() && queue.getFirst()[0] <= now) {
          expected = queue.removeFirst()[1];
        }
        assertThat(cell.read(now)).isEqualTo(expected);
      }
    }
  }
}
