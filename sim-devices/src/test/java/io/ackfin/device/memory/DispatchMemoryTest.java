package io.ackfin.device.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.time.Ticks;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DispatchMemoryTest {
  private static final int CORES = 2;
  private static final int DELAY = 100;

  @Test
  void aFenceMakesTheCoresStoresVisible() {
    DispatchMemory memory = memory(Integer.MAX_VALUE, 0);
    memory.storePayload(0, 1, 7, 10);
    memory.storeHank(0, 1, 10);
    memory.storeHank(1, 1, 10);
    memory.fence(0);
    assertThat(memory.readHank(0, 10)).isEqualTo(1);
    assertThat(memory.readPayload(0, 1, 10)).isEqualTo(7);
    assertThat(memory.readPayload(0, 0, 10)).isEqualTo(DispatchMemory.NOTHING_BUILT);
    assertThat(memory.readHank(1, 10)).as("the other core's store").isZero();
  }

  @Test
  void aStoreWithoutFenceIsVisibleWithinItsBoundAndInOrder() {
    DispatchMemory memory = memory(DELAY, 0);
    TreeSet<Long> delays = new TreeSet<>();
    for (int store = 1; store <= 200; store++) {
      long stored = 1_000L * store;
      memory.storePayload(0, 0, store, stored);
      delays.add(visibleAfter(memory, 0, store, stored));
    }
    assertThat(delays.first()).isBetween(0L, 10L);
    assertThat(delays.last()).isBetween(90L, (long) DELAY);
    // Of two stores that travel together the second stays behind the first.
    memory.storePayload(1, 0, 1, 0);
    memory.storePayload(1, 0, 2, 0);
    List<Long> seen = new ArrayList<>();
    for (long tick = 0; tick <= DELAY; tick++) {
      seen.add(memory.readPayload(1, 0, tick));
    }
    assertThat(seen).isSorted().endsWith(2L);
  }

  /** Another core in the chip, and what it does, must not shift the draws of this one. */
  @Test
  void drawsOfACoreDoNotDependOnOtherCores() {
    assertThat(delaysOfCoreOne(true)).isEqualTo(delaysOfCoreOne(false));
    assertThat(staleReadsOfCoreOne(true)).isEqualTo(staleReadsOfCoreOne(false));
  }

  @Test
  void anInvalidatedLineIsReadAgain() {
    DispatchMemory memory = memory(0, 100);
    memory.storeHank(0, 0, 0);
    memory.storePayload(0, 0, 1, 0);
    memory.storePayload(0, 1, 2, 0);
    assertThat(seen(memory)).containsExactly(0L, 1L, 2L);
    memory.storeHank(0, 1, 10);
    memory.storePayload(0, 0, 3, 10);
    memory.storePayload(0, 1, 4, 10);
    assertThat(seen(memory)).as("all stale").containsExactly(0L, 1L, 2L);
    memory.invalidate(0, true, false);
    assertThat(seen(memory)).as("hank.task anew").containsExactly(1L, 1L, 2L);
    memory.invalidate(0, false, true);
    assertThat(seen(memory)).as("payloads anew").containsExactly(1L, 3L, 4L);
  }

  @Test
  void aLineThatIsNotInvalidatedIsStaleAsOftenAsStated() {
    DispatchMemory never = memory(0, 0);
    never.storePayload(0, 0, 1, 0);
    assertThat(never.readPayload(0, 0, 0)).isEqualTo(1);
    never.storePayload(0, 0, 2, 1);
    assertThat(never.readPayload(0, 0, 1)).isEqualTo(2);

    DispatchMemory third = memory(0, 33);
    int stale = 0;
    third.readPayload(0, 0, 0);
    for (int store = 1; store <= 3_000; store++) {
      third.storePayload(0, 0, store, store);
      stale += third.readPayload(0, 0, store) == store ? 0 : 1;
    }
    assertThat(stale).isBetween(900, 1_080);
  }

  @Test
  void somethingElseThanADrawMayDecideAboutCopies() {
    boolean[] copies = {false};
    List<Integer> asked = new ArrayList<>();
    DispatchMemory memory =
        new DispatchMemory(
            spec(0, 0),
            CORES,
            new KeyedRandom(1),
            core -> {
              asked.add(core);
              return copies[0];
            });
    memory.storePayload(1, 0, 1, 0);
    assertThat(memory.readPayload(1, 0, 0)).isEqualTo(1);
    assertThat(asked).as("nothing was cached").isEmpty();
    memory.storePayload(1, 0, 2, 1);
    copies[0] = true;
    assertThat(memory.readPayload(1, 0, 1)).isEqualTo(1);
    copies[0] = false;
    assertThat(memory.readPayload(1, 0, 1)).isEqualTo(2);
    assertThat(asked).containsExactly(1, 1);
  }

  private static List<Long> seen(DispatchMemory memory) {
    long hank = memory.readHank(0, 10);
    return List.of(hank, memory.readPayload(0, 0, 10), memory.readPayload(0, 1, 10));
  }

  private static List<Long> delaysOfCoreOne(boolean otherCoreStores) {
    DispatchMemory memory = memory(DELAY, 0);
    List<Long> delays = new ArrayList<>();
    for (int store = 1; store <= 20; store++) {
      long stored = 1_000L * store;
      if (otherCoreStores) {
        memory.storePayload(0, 0, store, stored);
      }
      memory.storePayload(1, 0, store, stored);
      delays.add(visibleAfter(memory, 1, store, stored));
    }
    return delays;
  }

  private static List<Long> staleReadsOfCoreOne(boolean otherCoreReads) {
    DispatchMemory memory = memory(0, 50);
    List<Long> reads = new ArrayList<>();
    for (int store = 1; store <= 20; store++) {
      memory.storePayload(1, 0, store, store);
      if (otherCoreReads) {
        memory.readPayload(0, 0, store);
      }
      reads.add(memory.readPayload(1, 0, store));
    }
    return reads;
  }

  private static long visibleAfter(DispatchMemory memory, int core, int value, long stored) {
    long tick = stored;
    while (memory.readPayload(core, 0, tick) != value) {
      tick++;
    }
    return tick - stored;
  }

  private static DispatchMemory memory(long unfencedDelay, int staleLinePercent) {
    return new DispatchMemory(spec(unfencedDelay, staleLinePercent), CORES, new KeyedRandom(1));
  }

  private static MemorySpec spec(long unfencedDelay, int staleLinePercent) {
    return new MemorySpec(
        Ticks.ofPicos(1), Ticks.ofPicos(1), Ticks.ofPicos(unfencedDelay), staleLinePercent);
  }
}
