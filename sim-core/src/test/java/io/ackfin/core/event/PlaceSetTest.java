package io.ackfin.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PlaceSetTest {
  @Test
  @Tag("unit")
  void anEmptySetHasNoLeastNumber() {
    assertThat(new PlaceSet(0).least()).isEqualTo(PlaceSet.NONE);
    PlaceSet emptied = new PlaceSet(5_000);
    emptied.add(4_999);
    emptied.remove(4_999);
    assertThat(emptied.least()).isEqualTo(PlaceSet.NONE);
  }

  /** Capacities on both sides of one word, of one word of words, and of several. */
  @Test
  @Tag("property")
  void itsLeastNumberIsThatOfASortedSet() {
    for (int capacity : new int[] {1, 63, 64, 65, 4_095, 4_096, 4_097, 20_000}) {
      Random random = new Random(capacity);
      PlaceSet set = new PlaceSet(capacity);
      TreeSet<Integer> reference = new TreeSet<>();
      for (int i = 0; i < 2_000; i++) {
        int number = random.nextInt(10) == 0 ? capacity - 1 : random.nextInt(capacity);
        if (random.nextInt(100) < 45) {
          set.add(number);
          reference.add(number);
        } else if (!reference.isEmpty()) {
          int removed = random.nextBoolean() ? reference.first() : number;
          set.remove(removed);
          reference.remove(removed);
        }
        int least = reference.isEmpty() ? PlaceSet.NONE : reference.first();
        assertThat(set.least()).as("capacity %d, step %d", capacity, i).isEqualTo(least);
        assertThat(set.contains(number)).isEqualTo(reference.contains(number));
      }
    }
  }
}
