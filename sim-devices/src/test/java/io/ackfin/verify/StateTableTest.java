package io.ackfin.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class StateTableTest {
  private static final int WORDS = 2;

  /**
   * Batches with repetitions, against a map; also with hashes that are all the same, that differ
   * only in what the index does not see, and that all begin in the last slot.
   */
  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 0xFFFF_FFFFL, 0xFF00_0000_0000_0000L, 0x8000_0000_0000_0001L})
  void numbersAreThoseOfDiscoveryWhateverTheHash(long hashMask) {
    MemoryBudget budget = new MemoryBudget(1 << 24);
    StateTable table = new StateTable(WORDS, new ExactStates(WORDS, budget), budget, hashMask);
    Map<List<Long>, Integer> expected = new LinkedHashMap<>();
    Random random = new Random(hashMask);
    for (int batch = 0; batch < 40; batch++) {
      int count = random.nextInt(60);
      long[] states = new long[count * WORDS];
      for (int i = 0; i < states.length; i++) {
        states[i] = random.nextInt(30);
      }
      int[] numbers = new int[count];
      assertThat(table.reserve(count)).isTrue();
      table.addAll(states, count, numbers);

      for (int i = 0; i < count; i++) {
        List<Long> state = List.of(states[2 * i], states[2 * i + 1]);
        expected.putIfAbsent(state, expected.size());
        assertThat(numbers[i]).isEqualTo(expected.get(state));
      }
    }
    assertThat(table.size()).isEqualTo(expected.size()).isGreaterThan(600);
    expected.forEach((state, number) -> assertHolds(table, state, number));
    assertThat(table.find(new long[] {30, 0})).isEqualTo(StateTable.NONE);
  }

  private static void assertHolds(StateTable table, List<Long> state, int number) {
    long[] words = {state.get(0), state.get(1)};
    long[] read = new long[WORDS];
    table.store().read(number, read);
    assertThat(read).isEqualTo(words);
    assertThat(table.find(words)).isEqualTo(number);
  }

  /** Well past several chunks of rows and doublings of the index. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingIsLostWhenEverythingGrows(boolean compaction) {
    MemoryBudget budget = new MemoryBudget(1 << 26);
    StateStore store =
        compaction ? new CompactStates(WORDS, budget) : new ExactStates(WORDS, budget);
    StateTable table = new StateTable(WORDS, store, budget);
    int[] number = new int[1];
    for (int i = 0; i < 300_000; i++) {
      assertThat(table.reserve(1)).isTrue();
      table.addAll(new long[] {i, -i}, 1, number);
      assertThat(number[0]).isEqualTo(i);
      if (compaction) {
        store.passed(i);
      }
    }
    for (int i = 0; i < 300_000; i++) {
      assertThat(table.find(new long[] {i, -i})).isEqualTo(i);
    }
    assertThat(store.holds(299_999)).isTrue();
    assertThat(store.holds(0)).isEqualTo(!compaction);
    assertThat(budget.taken()).isLessThan(compaction ? 8_000_000 : 13_000_000);
    table.clear();
    assertThat(budget.taken()).isZero();
  }

  /**
   * What compaction costs, made certain: with one bit of hash, the third state is one of the
   * others.
   */
  @Test
  void compactionTakesStatesWithEqualHashesForOne() {
    MemoryBudget budget = new MemoryBudget(1 << 20);
    StateTable table = new StateTable(WORDS, new CompactStates(WORDS, budget), budget, 1);
    long[] states = {0, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0};
    int[] numbers = new int[6];

    assertThat(table.reserve(6)).isTrue();
    table.addAll(states, 6, numbers);

    assertThat(table.size()).isEqualTo(2);
    assertThat(numbers).containsOnly(0, 1);
  }

  /** Compaction relies on both halves: states that agree in one of them stay apart. */
  @ParameterizedTest
  @ValueSource(longs = {0xFFFF_FFFFL, 0xFFFF_FFFF_0000_0000L})
  void eachHalfOfTheHashTellsStatesApart(long hashMask) {
    MemoryBudget budget = new MemoryBudget(1 << 20);
    StateTable table = new StateTable(WORDS, new CompactStates(WORDS, budget), budget, hashMask);
    int[] number = new int[1];
    for (int i = 0; i < 500; i++) {
      assertThat(table.reserve(1)).isTrue();
      table.addAll(new long[] {i, 0}, 1, number);
    }

    assertThat(table.size()).isEqualTo(500);
  }

  /** Situations differ in single bits and small fields, at any place. */
  @Test
  void hashesOfAlikeStatesSpreadOverAllBits() {
    Set<Long> hashes = new LinkedHashSet<>();
    Set<Long> upper = new LinkedHashSet<>();
    Set<Long> lower = new LinkedHashSet<>();
    List<long[]> states = new ArrayList<>();
    for (int bit = 0; bit < 64; bit++) {
      for (int other = 0; other < 64; other++) {
        states.add(new long[] {1L << bit, 1L << other, 0});
        states.add(new long[] {0, 1L << bit, 1L << other});
        states.add(new long[] {1L << bit, 0, 1L << other});
      }
    }
    for (long[] state : states) {
      long hash = StateHash.of(state, 0, 3);
      hashes.add(hash);
      upper.add(hash >>> 48);
      lower.add(hash & 0xFFFF);
    }

    assertThat(hashes).hasSize(3 * 64 * 64);
    // Of n = 12,288 balls thrown into m = 65,536 boxes, about m (1 - e^(-n/m)) = 11,204 boxes hit.
    assertThat(upper).hasSizeBetween(11_000, 11_400);
    assertThat(lower).hasSizeBetween(11_000, 11_400);
  }

  @Test
  void listsAndStacksTakeWhatTheyHold() {
    MemoryBudget budget = new MemoryBudget(1_000_000);
    IntRows rows = new IntRows(budget);
    IntStack stack = new IntStack(budget);
    while (rows.reserve(1)) {
      rows.add(7);
    }
    assertThat(rows.size()).isBetween(150_000L, 250_000L);
    assertThat(budget.taken()).isEqualTo(rows.size() * Integer.BYTES);
    assertThat(stack.reserve(100_000)).isFalse();

    rows.clear();
    assertThat(budget.taken()).isZero();
    while (stack.reserve(1)) {
      stack.push(7);
    }
    // While it doubles, the old half is there as well, and 2^17 + 2^18 ints are too many.
    assertThat(stack.size()).isEqualTo(1 << 17);
    assertThat(budget.taken()).isEqualTo((long) stack.size() * Integer.BYTES);
    stack.clear();
    assertThat(budget.taken()).isZero();
  }

  @Test
  void aFullBudgetIsSaidInTimeAndGivenBack() {
    MemoryBudget budget = new MemoryBudget(10_000);
    StateTable table = new StateTable(WORDS, new ExactStates(WORDS, budget), budget);
    int[] number = new int[1];
    int states = 0;
    while (table.reserve(1)) {
      table.addAll(new long[] {states++, 0}, 1, number);
      assertThat(budget.taken()).isLessThanOrEqualTo(10_000);
    }

    // 256 rows of 16 bytes and 256 slots of 8 fit; 512 slots beside them, due at 6 of 10, do not.
    assertThat(states).isEqualTo(153);
    assertThat(table.find(new long[] {152, 0})).isEqualTo(152);
    table.clear();
    assertThat(budget.taken()).isZero();
  }
}
