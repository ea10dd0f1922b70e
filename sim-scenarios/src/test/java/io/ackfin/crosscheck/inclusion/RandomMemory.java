package io.ackfin.crosscheck.inclusion;

import io.ackfin.handshake.Location;
import io.ackfin.protocol.CondWord;
import io.ackfin.protocol.DmbWord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * The memory of a {@link RandomRun}: what is visible in each cell, and what is on its way from each
 * writer. If it lies, a load now and then sees a word that was stored to its place earlier or is
 * still on its way.
 */
final class RandomMemory {
  private static final int LOCATIONS = Location.values().length;
  private static final int ONE_LIE_IN = 10;
  private static final int NOT_BUILT = -1;

  private record Store(int cell, int word) {}

  private final Random random;
  private final boolean lies;
  private final int[] visible = new int[2 * LOCATIONS + 2];
  private final List<List<Integer>> everStored = new ArrayList<>();
  private final List<Deque<Store>> posted = new ArrayList<>();

  RandomMemory(int writers, boolean started, boolean lies, Random random) {
    this.random = random;
    this.lies = lies;
    for (int slot = 0; slot < 2; slot++) {
      visible[cell(Location.PAYLOAD, slot)] = NOT_BUILT;
    }
    if (started) {
      visible[cell(Location.DMB, 0)] = DmbWord.IDLE;
      visible[cell(Location.COND, 0)] = CondWord.CORE_IDLE;
    }
    for (int word : visible) {
      everStored.add(new ArrayList<>(List.of(word)));
    }
    for (int writer = 0; writer < writers; writer++) {
      posted.add(new ArrayDeque<>());
    }
  }

  static int cell(Location location, int slot) {
    return 2 * location.ordinal() + slot;
  }

  static int gate(int slot) {
    return 2 * LOCATIONS + slot;
  }

  void post(int writer, int cell, int word) {
    posted.get(writer).add(new Store(cell, word));
    everStored.get(cell).add(word);
  }

  /** The oldest store of each writer that has one may arrive next. */
  void addArrivals(List<Runnable> steps) {
    for (Deque<Store> stores : posted) {
      if (!stores.isEmpty()) {
        steps.add(
            () -> {
              Store store = stores.remove();
              visible[store.cell()] = store.word();
            });
      }
    }
  }

  int load(int cell) {
    List<Integer> words = everStored.get(cell);
    boolean lie = lies && random.nextInt(ONE_LIE_IN) == 0;
    return lie ? words.get(random.nextInt(words.size())) : visible[cell];
  }
}
