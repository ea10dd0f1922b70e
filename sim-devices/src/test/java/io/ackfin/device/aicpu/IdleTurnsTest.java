package io.ackfin.device.aicpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arithmetic of idle turns, against turns that are gone through one by one. */
@Tag("unit")
class IdleTurnsTest {
  private static final int CASES = 2_000;

  /** A thread that goes from element to element. */
  private static final class Walker {
    final long overhead;
    final long load;
    final int polls;
    int element;
    long end;
    long loads;
    long idle;
    long polling;

    Walker(Random random) {
      overhead = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 51);
      load = random.nextInt(1, 51);
      polls = (overhead == 0 ? 1 : 0) + random.nextInt(5);
      element = overhead == 0 ? 1 + random.nextInt(polls) : random.nextInt(polls + 1);
      end = random.nextInt(1_000, 1_100);
      begin();
    }

    private void begin() {
      idle += element == 0 ? overhead : 0;
      polling += element == 0 ? 0 : load;
    }

    /** The element under way ends and the next begins. */
    void goOn() {
      loads += element > 0 ? 1 : 0;
      element = element == polls ? (overhead > 0 ? 0 : 1) : element + 1;
      end += element == 0 ? overhead : load;
      begin();
    }
  }

  @Test
  void anElementEndsWhereSteppingThroughTheTurnsFindsIt() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Walker walker = new Walker(random);
      IdleTurns turns = begun(walker);
      long notBefore = random.nextInt(900, 1_900);
      int asked = walker.overhead > 0 ? random.nextInt(walker.polls + 1) : walker.polls;
      while (walker.element != asked || walker.end < notBefore) {
        walker.goOn();
      }
      assertThat(turns.end(asked, notBefore)).as("seed %d", seed).isEqualTo(walker.end);
    }
  }

  @Test
  void movingOnEqualsSteppingThroughTheTurns() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Walker walker = new Walker(random);
      IdleTurns turns = begun(walker);
      ThreadTime time = new ThreadTime(null, 0);
      if (walker.element == 0) {
        time.spend(Activity.IDLE, walker.end - walker.overhead);
      } else {
        time.spend(Activity.POLL, walker.end - walker.load);
      }
      long loads = 0;
      for (int move = 0; move < 3; move++) {
        long tick = walker.end + random.nextInt(400);
        loads += turns.moveTo(tick, new Turn(), time);
        while (walker.end < tick) {
          walker.goOn();
        }
        assertThat(turns.pending()).as("seed %d", seed).isEqualTo(walker.element);
        assertThat(turns.end(walker.element, 0)).as("seed %d", seed).isEqualTo(walker.end);
        assertThat(loads).as("seed %d", seed).isEqualTo(walker.loads);
      }
      time.settle(walker.end);
      assertThat(time.spent(Activity.IDLE)).as("seed %d", seed).isEqualTo(walker.idle);
      assertThat(time.spent(Activity.POLL)).as("seed %d", seed).isEqualTo(walker.polling);
    }
  }

  @Test
  void whatNeverComesIsNeverSeen() {
    IdleTurns turns = new IdleTurns(10, 5);
    turns.begin(2, 1, 100);
    assertThat(turns.end(2, Long.MAX_VALUE)).isEqualTo(IdleTurns.NEVER);
  }

  private static IdleTurns begun(Walker walker) {
    IdleTurns turns = new IdleTurns(walker.overhead, walker.load);
    turns.begin(walker.polls, walker.element, walker.end);
    return turns;
  }
}
