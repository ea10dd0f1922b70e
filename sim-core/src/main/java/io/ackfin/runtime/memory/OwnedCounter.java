package io.ackfin.runtime.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A counter that one thread writes and others may read, on cache lines of its own. */
public final class OwnedCounter {
  private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);

  // 128 bytes on either side: a cache line and its prefetched neighbour.
  private static final int VALUE = 16;
  private static final int SIZE = 34;

  private final long[] cells = new long[SIZE];

  /** The count, for its owner. */
  public long getPlain() {
    return cells[VALUE];
  }

  /** The count; what its owner did before it came to that may be read afterwards. */
  public long getAcquire() {
    return (long) CELLS.getAcquire(cells, VALUE);
  }

  /** Counts, by its owner; publishes what the owner did before. */
  public void setRelease(long value) {
    CELLS.setRelease(cells, VALUE, value);
  }

  /** Counts, by its owner, where nobody else reads it. */
  public void setPlain(long value) {
    cells[VALUE] = value;
  }
}
