package io.ackfin.runtime.tile;

import java.util.Arrays;

/** Adds products of tiles. An instance has room of its own to work in and serves one thread. */
abstract class TileProduct {
  final int tile;

  TileProduct(int tile) {
    this.tile = tile;
  }

  /** Carries out an EXEC: its sum is set to +0 if it begins here, and the product is added. */
  final void execute(float[] arena, WorkItem item) {
    int sum = item.accumulator() / Float.BYTES;
    if (item.firstK()) {
      Arrays.fill(arena, sum, sum + tile * tile, 0f);
    }
    addProduct(arena, item.a() / Float.BYTES, item.b() / Float.BYTES, sum);
  }

  /**
   * Adds the product of two tiles to a third; all lie row by row in one array, and the third
   * overlaps neither of the others.
   *
   * @param a where the left one begins
   * @param b where the right one begins
   * @param sum where the third one begins
   */
  abstract void addProduct(float[] arena, int a, int b, int sum);
}
