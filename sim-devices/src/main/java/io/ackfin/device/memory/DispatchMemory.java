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
  public static final long NOTHING_BUILT = -1;

  private static final int SLOTS = 2;
  private static final int HANK_LINE = 0;
  private static final RandomKey STORE_DELAY = RandomKey.named("store delay");

  static final RandomKey STREAM = RandomKey.named("memory");

  private final long unfencedDelay;
  private final KeyedRandom random;
  private final StaleCopies copies;
  private final Lines[] cores;

  /** One core's words: line 0 is hank.task, lines 1 and 2 are the payload slots. */
  private static final class Lines {
    final PostedCell[] memory = {
      new PostedCell(0), new PostedCell(NOTHING_BUILT), new PostedCell(NOTHING_BUILT)
    };
    final long[] cached = new long[1 + SLOTS];
    final boolean[] isCached = new boolean[1 + SLOTS];
    int stores;
  }

  /** Memory of {@code cores} cores; draws depend on the seed alone. */
  public DispatchMemory(MemorySpec spec, int cores, KeyedRandom random) {
    this(spec, cores, random, new DrawnCopies(spec, cores, random));
  }

  /** Memory of {@code cores} cores in which something else than a draw decides about copies. */
  public DispatchMemory(MemorySpec spec, int cores, KeyedRandom random, StaleCopies copies) {
    unfencedDelay = spec.unfencedDelay().picoseconds();
    this.random = random;
    this.copies = copies;
    this.cores = new Lines[cores];
    for (int core = 0; core < cores; core++) {
      this.cores[core] = new Lines();
    }
  }

  /** A control-CPU store of the slot that hank.task names. */
  public void storeHank(int core, int slot, long tick) {
    store(core, HANK_LINE, slot, tick);
  }

  /** A control-CPU store of a whole payload, for which a word stands that says what it is for. */
  public void storePayload(int core, int slot, long payload, long tick) {
    store(core, 1 + slot, payload, tick);
  }

  /** A barrier: every store for this core so far is visible. */
  public void fence(int core) {
    for (PostedCell word : cores[core].memory) {
      word.arriveNow();
    }
  }

  /** A core's read of the slot that hank.task names. */
  public int readHank(int core, long tick) {
    return (int) read(core, HANK_LINE, tick);
  }

  /** The slot that hank.task names in memory at a tick; nobody has read it by that. */
  public int peekHank(int core, long tick) {
    return (int) cores[core].memory[HANK_LINE].peek(tick);
  }

  /** A payload in memory at a tick; nobody has read it by that. */
  public long peekPayload(int core, int slot, long tick) {
    return cores[core].memory[1 + slot].peek(tick);
  }

  /** A core's read of a payload: the word that was stored for it. */
  public long readPayload(int core, int slot, long tick) {
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

  private long read(int core, int line, long tick) {
    Lines lines = cores[core];
    boolean stale = lines.isCached[line] && copies.seesCopy(core);
    if (!stale) {
      lines.cached[line] = lines.memory[line].read(tick);
      lines.isCached[line] = true;
    }
    return lines.cached[line];
  }

  /** Draws of a core are its own: what another core does must not shift them. */
  static long key(int core, int count) {
    return ((long) core << Integer.SIZE) | Integer.toUnsignedLong(count);
  }
}
