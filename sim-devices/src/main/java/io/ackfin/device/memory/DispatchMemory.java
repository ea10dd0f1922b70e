package io.ackfin.device.memory;

import io.ackfin.core.random.KeyedRandom;
import io.ackfin.core.random.RandomKey;
import io.ackfin.core.signal.PostedCell;

/**
 * The words of ordinary memory that a core and the control CPU share, and the core's cached copies.
 *
 * <p>A control-CPU store without a barrier behind it becomes visible after a drawn delay; a barrier
 * makes the core's words visible at once. A core that never invalidates its copy of a line may go
 * on seeing what the line held when it was first read. With barrier and invalidate in place nothing
 * is left to chance.
 */
public final class DispatchMemory {
  /** What a payload slot holds before anything was built in it. */
  public static final int NOTHING_BUILT = -1;

  private static final int SLOTS = 2;
  private static final int HANK_LINE = 0;
  private static final RandomKey STREAM = RandomKey.named("memory");
  private static final RandomKey STORE_DELAY = RandomKey.named("store delay");
  private static final RandomKey STALE_LINE = RandomKey.named("stale line");
  private static final int PERCENT = 100;

  private final long unfencedDelay;
  private final int staleLinePercent;
  private final KeyedRandom random;
  private final Lines[] cores;

  /** One core's words: line 0 is hank.task, lines 1 and 2 are the payload slots. */
  private static final class Lines {
    final PostedCell[] memory = {
      new PostedCell(0), new PostedCell(NOTHING_BUILT), new PostedCell(NOTHING_BUILT)
    };
    final long[] cached = new long[1 + SLOTS];
    final boolean[] isCached = new boolean[1 + SLOTS];
    int stores;
    int reads;
  }

  /** Memory of {@code cores} cores; draws depend on the seed alone. */
  public DispatchMemory(MemorySpec spec, int cores, KeyedRandom random) {
    unfencedDelay = spec.unfencedDelay().picoseconds();
    staleLinePercent = spec.staleLinePercent();
    this.random = random;
    this.cores = new Lines[cores];
    for (int core = 0; core < cores; core++) {
      this.cores[core] = new Lines();
    }
  }

  /** A control-CPU store of the slot that hank.task names. */
  public void storeHank(int core, int slot, long tick) {
    store(core, HANK_LINE, slot, tick);
  }

  /** A control-CPU store of a whole payload, named by its subtask's number. */
  public void storePayload(int core, int slot, int subtask, long tick) {
    store(core, 1 + slot, subtask, tick);
  }

  /** A barrier: every store for this core so far is visible. */
  public void fence(int core) {
    for (PostedCell word : cores[core].memory) {
      word.arriveNow();
    }
  }

  /** A core's read of the slot that hank.task names. */
  public int readHank(int core, long tick) {
    return read(core, HANK_LINE, tick);
  }

  /** A core's read of a payload: the number of the subtask that it is for. */
  public int readPayload(int core, int slot, long tick) {
    return read(core, 1 + slot, tick);
  }

  /** Drops a core's copies of hank.task, of the payload slots, or of both. */
  public void invalidate(int core, boolean hank, boolean payload) {
    boolean[] isCached = cores[core].isCached;
    isCached[HANK_LINE] &= !hank;
    for (int slot = 0; slot < SLOTS; slot++) {
      isCached[1 + slot] &= !payload;
    }
  }

  private void store(int core, int line, long value, long tick) {
    Lines lines = cores[core];
    long delay = 0;
    if (unfencedDelay > 0) {
      delay = random.below(STREAM, key(core, lines.stores++), STORE_DELAY, unfencedDelay + 1);
    }
    lines.memory[line].write(value, tick + delay);
  }

  private int read(int core, int line, long tick) {
    Lines lines = cores[core];
    boolean stale =
        lines.isCached[line]
            && random.below(STREAM, key(core, lines.reads++), STALE_LINE, PERCENT)
                < staleLinePercent;
    if (!stale) {
      lines.cached[line] = lines.memory[line].read(tick);
      lines.isCached[line] = true;
    }
    return (int) lines.cached[line];
  }

  /** Draws of a core are its own: what another core does must not shift them. */
  private static long key(int core, int count) {
    return ((long) core << Integer.SIZE) | Integer.toUnsignedLong(count);
  }
}
