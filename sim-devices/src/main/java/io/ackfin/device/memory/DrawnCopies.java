package io.ackfin.device.memory;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.random.RandomKey;

/** Copies that survive by chance. Draws of a core are its own: no other core shifts them. */
final class DrawnCopies implements StaleCopies {
  private static final RandomKey STALE_LINE = RandomKey.named("stale line");
  private static final int PERCENT = 100;

  private final int staleLinePercent;
  private final KeyedRandom random;
  private final int[] reads;

  DrawnCopies(MemorySpec spec, int cores, KeyedRandom random) {
    staleLinePercent = spec.staleLinePercent();
    this.random = random;
    reads = new int[cores];
  }

  @Override
  public boolean seesCopy(int core) {
    long key = DispatchMemory.key(core, reads[core]++);
    return random.below(DispatchMemory.STREAM, key, STALE_LINE, PERCENT) < staleLinePercent;
  }
}
