package io.ackfin.verify;

import io.ackfin.verify.Move.Kind;
import java.util.Arrays;

/**
 * Layers of which each situation has three steps to places of the next one, as if by chance: no two
 * situations that are looked at together lead to places near each other, so every look-up misses
 * the caches.
 */
final class LayeredSystem implements TransitionSystem {
  private static final int STEPS = 3;

  private final int layers;
  private final long placeMask;
  private final long[] next = new long[4];

  /** Layers of at most so many situations, a power of two. */
  LayeredSystem(int layers, int width) {
    this.layers = layers;
    placeMask = width - 1L;
  }

  @Override
  public int words() {
    return next.length;
  }

  @Override
  public void initial(long[] into) {
    Arrays.fill(into, 0);
  }

  @Override
  public void successors(long[] from, Successors into) {
    if (from[0] == layers - 1) {
      return;
    }
    for (int i = 0; i < STEPS; i++) {
      long mixed = (from[1] + i * 0x9E3779B97F4A7C15L + 1) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
      next[0] = from[0] + 1;
      next[1] = (mixed ^ mixed >>> 31) & placeMask;
      next[2] = next[1] * 7;
      next[3] = next[1] << 33;
      into.step(Moves.pack(Kind.CORE, 0, i, 0), i, 0, 0, next);
    }
  }

  @Override
  public boolean ended(long[] situation) {
    return situation[0] == layers - 1;
  }

  @Override
  public long excused(long[] situation) {
    return 0;
  }

  @Override
  public void canonical(long[] situation) {}
}
